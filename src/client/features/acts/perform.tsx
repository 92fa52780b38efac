import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { type Act, type ActContext, type Now, nowOf } from './act.ts'

const Confirmation = lazyPart(async () => (await import('./Confirmation.tsx')).Confirmation, <ComingOver />)

/** Does an act, or opens its question first. Returns a promise of the answer if the act is a command. */
export function perform<On>(act: Act<On, never>, context: ActContext, now: Now, on: NoInfer<On>): unknown {
  const { asks, stops = false } = act
  if (!asks) return carryOut(act, context, now, on)
  const close = () => context.open(null)
  const accept = () => {
    close()
    const then = nowOf(context)
    if (then) carryOut(act, context, then, on)
  }
  return context.open(
    <Confirmation question={(words, then) => asks(words, then, on)} stops={stops} onYes={accept} onClose={close} />,
  )
}

function carryOut<On>(act: Act<On, never>, context: ActContext, now: Now, on: NoInfer<On>): unknown {
  return 'command' in act ? context.call.ask(act.command(now, on)) : act.run(context, now, on)
}
