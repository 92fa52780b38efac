import { useEffect, useState, type RefObject } from 'react'
import { setLoudness } from './keep-in-step.ts'

const KEPT_AS = 'rostrum.film-volume'

/** How loud one hears films, from 0 to 1: one's own, and kept in this browser. `turn`: off, and on as it was. */
export function useVolume(player: RefObject<HTMLMediaElement | null>) {
  const [value, setValue] = useState(kept)
  const [before, setBefore] = useState(1)
  useEffect(() => {
    if (player.current) setLoudness(player.current, value)
  }, [player, value])
  const set = (next: number) => {
    if (value > 0) setBefore(value)
    setValue(next)
    try {
      localStorage.setItem(KEPT_AS, String(next))
    } catch {
      // The storage is blocked or full: it holds for this visit.
    }
  }
  return { value, set, turn: () => set(value === 0 ? before : 0) }
}

function kept(): number {
  try {
    const value = Number(localStorage.getItem(KEPT_AS) ?? 1)
    return value >= 0 && value <= 1 ? value : 1
  } catch {
    return 1
  }
}
