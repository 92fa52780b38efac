import type { Clock } from '../../src/server/clock.ts'

/** A clock that stands still until a test turns it. */
export type HandClock = Clock & {
  /** Lets so many ms pass; what was to happen in them happens, in order. */
  turn(wait: number): void
  /** Sets the time of day so many ms on, or back; nothing passes. */
  set(by: number): void
}

/** A clock at noon of some day. */
export function handClock(): HandClock {
  let now = 0
  let midnight = Date.UTC(2026, 0, 5, 12)
  const waiting = new Set<{ at: number; run: () => void }>()
  const due = (end: number) => [...waiting].filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0]
  return {
    now: () => midnight + now,
    monotonic: () => now,
    set: (by) => void (midnight += by),
    after(wait, run) {
      const alarm = { at: now + Math.max(wait, 0), run }
      waiting.add(alarm)
      return () => waiting.delete(alarm)
    },
    turn(wait) {
      const end = now + wait
      for (let next = due(end); next; next = due(end)) {
        waiting.delete(next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
  }
}
