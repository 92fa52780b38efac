import { use, useEffect, useEffectEvent } from 'react'
import { followUnsent, isUnsent } from '../live/writing.ts'
import { layers } from '../ui/back.ts'
import { ComingOver } from '../ui/Coming.tsx'
import { later } from '../ui/later.tsx'
import { useCall } from '../ui/use-live.ts'
import { OpenOver } from './over-room.ts'

const LeaveSure = later(async () => (await import('./LeaveSure.tsx')).LeaveSure, <ComingOver />)

/** Asks before one goes back out of the room, or closes the tab, while on stage or with something that is not sent. [PHONE-7] */
export function useLeaving(): void {
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
}
