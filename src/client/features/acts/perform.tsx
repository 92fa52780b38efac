import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { type Act, type Doors, type Now, nowOf } from './act.ts'

const Confirmation = lazyPart(async () => (await import('./Confirmation.tsx')).Confirmation, <ComingOver />)

/** Does an act, or opens its question first. Returns a promise of the answer if the act is a command. */
export function perform<On>(act: Act<On, never>, doors: Doors, now: Now, on: NoInfer<On>): unknown {
  const { asks, stops = false } = act
  if (!asks) return carryOut(act, doors, now, on)
  const close = () => doors.open(null)
  const accept = () => {
    close()
    const then = nowOf(doors)
    if (then) carryOut(act, doors, then, on)
  }
  return doors.open(
    <Confirmation question={(words, then) => asks(words, then, on)} stops={stops} onYes={accept} onClose={close} />,
  )
}

function carryOut<On>(act: Act<On, never>, doors: Doors, now: Now, on: NoInfer<On>): unknown {
  return 'command' in act ? doors.call.ask(act.command(now, on)) : act.run(doors, now, on)
}
