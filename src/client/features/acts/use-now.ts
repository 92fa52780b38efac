import { useCallback } from 'react'
import { useCall, useSlice } from '../../state/use-call.ts'
import { useStageView } from '../../state/stage-view.ts'
import { type Now, nowOf } from './act.ts'

/** A slice of the state that acts depend on; `none` outside the room. */
export function useNow<T>(select: (now: Now) => T, none: T): T {
  const call = useCall()
  const view = useStageView()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [call, call.devices, view].map((each) => each.subscribe(listener))
      return () => ends.forEach((end) => end())
    },
    [call, view],
  )
  return useSlice(subscribe, () => {
    const now = nowOf({ call, view })
    return now ? select(now) : none
  })
}
