import type { Millis } from '../protocol/words.ts'

/** The time, as an argument. Tests turn one by hand. */
export type Clock = {
  now(): Millis
  /** Runs something once, after a time in ms and never before it; the returned function calls it off. */
  after(wait: Millis, run: () => void): () => void
}

// Node cuts longer waits to 1 ms.
const LONGEST: Millis = 2 ** 31 - 1

const now = () => Math.round(performance.timeOrigin + performance.now())

/** The machine's own time, which goes on evenly when the machine's clock is set. Its waits do not keep the process alive. */
export const systemClock: Clock = {
  now,
  after(wait, run) {
    const due = now() + wait
    let timer: NodeJS.Timeout
    const start = (rest: Millis) => {
      timer = setTimeout(look, Math.min(Math.max(rest, 0), LONGEST)).unref()
    }
    // Node counts whole milliseconds from another beginning: its timers may ring one before their time.
    const look = () => {
      const rest = due - now()
      return rest > 0 ? start(rest) : run()
    }
    start(wait)
    return () => clearTimeout(timer)
  },
}
