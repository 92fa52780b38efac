import { useCallback, useSyncExternalStore } from 'react'
import type { RoomId } from '../../protocol/types.ts'
import { openCall } from '../call/call.ts'
import { Held } from '../call/connection/shared.ts'
import type { Call } from '../call/call-state.ts'

const calls = new Held(openCall, (then) => void setTimeout(then))

/** One person's part in a room, for as long as the component is mounted; null without a room, and until it is open. */
export function useCallOf(room: RoomId | null): Call | null {
  const hold = useCallback(
    (opened: () => void) => {
      if (room === null) return () => {}
      calls.take(room)
      opened()
      return () => calls.letGo(room)
    },
    [room],
  )
  return useSyncExternalStore(hold, () => (room === null ? null : calls.find(room)))
}
