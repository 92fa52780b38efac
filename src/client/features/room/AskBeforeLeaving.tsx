import { use, useEffect, useEffectEvent } from 'react'
import { followUnsent, isUnsent } from '../../call/chat/outbox.ts'
import { layers } from '../../app/back.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useCall } from '../../state/use-call.ts'
import { OpenOver } from '../../state/over-room.ts'

const LeaveSure = lazyPart(async () => (await import('./LeaveSure.tsx')).LeaveSure, <ComingOver />)

/**
 * Asks before going back leads out of the room, or the tab is closed, while on stage or with unsent text. It is loaded together with the
 * room, because a person who joins on stage may go back at once. [PHONE-7]
 */
export function AskBeforeLeaving(): null {
  const call = useCall()
  const open = use(OpenOver)
  const ask = useEffectEvent(() => open(<LeaveSure onClose={() => open(null)} />))
  useEffect(() => {
    const isAsked = () => (call.state.me !== null && call.state.me.place !== 'viewer') || isUnsent(call)
    const changed = () => layers.changed()
    const unload = (event: BeforeUnloadEvent) => {
      if (isAsked()) event.preventDefault()
    }
    const ends = [layers.protect({ isAsked, ask: () => ask() }), call.subscribe(changed), followUnsent(call, changed)]
    addEventListener('beforeunload', unload)
    return () => {
      removeEventListener('beforeunload', unload)
      for (const end of ends) end()
    }
  }, [call])
  return null
}
