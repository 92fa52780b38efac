import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'

/** Somebody who is written to. `unread`: the bytes that wait in this process for them to be read. */
export type Reader = { readonly unread: number; cut(): void }

// In bytes: ten thousand who all stop for a moment have some kilobytes each.
const UNREAD_MAX = 64 * 1_048_576
// In so short a time a tick or two go out.
const LOOK_EVERY: Millis = 100

/**
 * What all connections together may leave unread: each alone has a limit, and a thousand slow ones below it would still fill the
 * memory. Beyond it the slowest are cut, until the rest fits; they come back by themselves, to the same place.
 */
export class UnreadBudget {
  readonly #clock: Pick<Clock, 'monotonic'>
  readonly #most: number
  readonly #behind = new Set<Reader>()
  #lookAt: Millis = -Infinity

  constructor(clock: Pick<Clock, 'monotonic'>, most = UNREAD_MAX) {
    this.#clock = clock
    this.#most = most
  }

  /** Notes, after a write, that a reader has not taken all of it at once. */
  isBehind(reader: Reader): void {
    this.#behind.add(reader)
    const now = this.#clock.monotonic()
    if (now < this.#lookAt) return
    this.#lookAt = now + LOOK_EVERY
    this.#look()
  }

  /** A reader is gone. */
  forget(reader: Reader): void {
    this.#behind.delete(reader)
  }

  #look(): void {
    let sum = 0
    for (const reader of this.#behind) {
      const { unread } = reader
      if (unread === 0) this.#behind.delete(reader)
      sum += unread
    }
    if (sum <= this.#most) return
    for (const reader of [...this.#behind].toSorted((one, other) => other.unread - one.unread)) {
      if (sum <= this.#most) return
      sum -= reader.unread
      this.#behind.delete(reader)
      reader.cut()
    }
  }
}
