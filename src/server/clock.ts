import type { Millis } from '../protocol/types.ts'

/** The time, as an argument. Tests turn one by hand. */
export type Clock = {
  /** The time of day, in ms since 1970: for what people read. It may be set, also back. */
  now(): Millis
  /** Goes on evenly, from any beginning, in ms: for waits and rates. It stands still while the machine sleeps. */
  monotonic(): Millis
  /** Runs something once, after a time in ms and never before it; the returned function calls it off. */
  after(wait: Millis, run: () => void): () => void
}

// Node cuts longer waits to 1 ms.
const LONGEST: Millis = 2 ** 31 - 1

const monotonic = () => performance.now()

/** The machine's own time. Its waits do not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  monotonic,
  after(wait, run) {
    const due = monotonic() + wait
    let timer: NodeJS.Timeout
    const start = (rest: Millis) => {
      timer = setTimeout(look, Math.min(Math.max(rest, 0), LONGEST)).unref()
    }
    // Node counts whole milliseconds from another beginning: its timers may ring one before their time.
    const look = () => {
      const rest = due - monotonic()
      return rest > 0 ? start(rest) : run()
    }
    start(wait)
    return () => clearTimeout(timer)
  },
}
