import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'

/**
 * The time of a session's log, in ms since 1970: that of the day, which also counts while the machine sleeps, and never back, for
 * what was stored came before. Where the clock is set back it goes on evenly, ahead of it.
 */
export class SessionTime {
  readonly #clock: Clock
  #at: Millis
  #monotonic: Millis

  /** `least`: the time of the last event that is stored. */
  constructor(clock: Clock, least: Millis) {
    this.#clock = clock
    this.#at = Math.max(least, clock.now())
    this.#monotonic = clock.monotonic()
  }

  now(): Millis {
    const monotonic = this.#clock.monotonic()
    this.#at = Math.max(this.#clock.now(), this.#at + monotonic - this.#monotonic)
    this.#monotonic = monotonic
    return Math.floor(this.#at)
  }
}
