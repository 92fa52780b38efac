import type { Millis } from '../protocol/words.ts'

/** A token bucket: `burst` acts at once, then `perSecond`. */
export class Bucket {
  readonly #perSecond: number
  readonly #burst: number
  #left: number
  #at: Millis | null = null

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#left = burst
  }

  /** Takes so many, if they are left at this time. */
  take(at: Millis, many = 1): boolean {
    const since = at - (this.#at ?? at)
    this.#at = at
    this.#left = Math.min(this.#burst, this.#left + (since / 1_000) * this.#perSecond)
    if (this.#left < many) return false
    this.#left -= many
    return true
  }
}
