import type { Millis } from '../../protocol/types.ts'

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

  /** How long after the last try one more is left, in ms. */
  get wait(): Millis {
    return (Math.max(0, 1 - this.#left) / this.#perSecond) * 1_000
  }
}

/** A token bucket for each key. Those that are full again are forgotten. */
export class Buckets {
  readonly #perSecond: number
  readonly #burst: number
  /** Whoever took longest ago comes first. */
  readonly #buckets = new Map<string, { bucket: Bucket; at: Millis }>()

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
  }

  /** Takes so many of a key's, if they are left at this time. */
  take(key: string, at: Millis, many = 1): boolean {
    const bucket = this.#buckets.get(key)?.bucket ?? new Bucket(this.#perSecond, this.#burst)
    this.#buckets.delete(key)
    this.#buckets.set(key, { bucket, at })
    const full = (this.#burst / this.#perSecond) * 1_000
    for (const [other, last] of this.#buckets) {
      if (at - last.at < full) break
      this.#buckets.delete(other)
    }
    return bucket.take(at, many)
  }

  /** How long after its last try one more of a key's is left, in ms. */
  wait(key: string): Millis {
    return this.#buckets.get(key)?.bucket.wait ?? 0
  }
}
