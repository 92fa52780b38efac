import type { Millis } from '../protocol/words.ts'

/** The time, as an argument. Tests turn one by hand. */
export type Clock = {
  now(): Millis
  /** Runs something once, after a time in ms; the returned function calls it off. */
  after(wait: Millis, run: () => void): () => void
}

// Node cuts longer waits to 1 ms.
const LONGEST: Millis = 2 ** 31 - 1

/** The machine's own time, which goes on evenly when the machine's clock is set. Its waits do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  after(wait, run) {
    const timer = setTimeout(run, Math.min(Math.max(wait, 0), LONGEST)).unref()
    return () => clearTimeout(timer)
  },
}
