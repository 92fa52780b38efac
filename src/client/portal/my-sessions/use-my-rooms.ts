import { useEffect, useState } from 'react'
import type { MyPart, MyRoom, MyView } from '../../../protocol/rooms.ts'
import { readMyRooms } from './api.ts'

// How many watch is looked up again after so long; a server that cannot be reached, sooner.
const COUNTS_EVERY = 15_000
const AGAIN_AFTER = 4_000

type Shown = { rooms: MyRoom[]; next: string | null; now: number }

/** A list of one's rooms. `now`: the server's clock when it was read, in ms since 1970; `more` reads the next window. */
export type RoomWindow = { rooms: MyRoom[]; now: number; more: (() => void) | null }

/**
 * A list of one's own rooms, a window after the other; null until the first has come, and 'away' while the server cannot be reached for it.
 * Another `times` reads it anew; what is shown stays until then.
 */
export function useMyRooms(
  view: MyView,
  { mine, search }: { mine: MyPart; search: string },
  times: number,
): RoomWindow | 'away' | null {
  const [shown, setShown] = useState<Shown | 'away' | null>(null)
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answer = await readMyRooms({ view, mine, search })
      if (!wanted) return
      const again = 'ok' in answer ? COUNTS_EVERY : AGAIN_AFTER
      if ('ok' in answer) setShown(answer.ok)
      else setShown((before) => before ?? 'away')
      if (view === 'live' || !('ok' in answer)) timer = setTimeout(() => void look(), again)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [view, mine, search, times])
  if (shown === null || shown === 'away') return shown
  const { rooms, next, now } = shown
  const more = async (before: string) => {
    const window = await readMyRooms({ view, mine, search, before })
    if (!('ok' in window)) return
    const { rooms: added, next: then } = window.ok
    // The list may have become another meanwhile.
    setShown((last) =>
      last !== 'away' && last?.next === before ? { ...last, rooms: [...last.rooms, ...added], next: then } : last,
    )
  }
  return { rooms, now, more: next === null ? null : () => void more(next) }
}
