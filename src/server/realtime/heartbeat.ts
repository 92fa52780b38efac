import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'

/** Something that is looked after once in a round. */
export type Beating = { beat(): void }

// Some proxies close what has been silent for a minute; and a laptop that sleeps does not say goodbye.
const ROUND: Millis = 15_000
// Ten thousand at once would hold up everybody.
const SLOTS = 60

/** Looks after each connection once in fifteen seconds, spread over that time. One timer for all: ten thousand cost memory. */
export class Heartbeat {
  readonly #clock: Clock
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<Beating>())
  #next = 0
  #many = 0
  #callOff: (() => void) | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Looks after one from now on, until the returned function is called; for the first time a whole round from now. */
  add(one: Beating): () => void {
    const slot = this.#slots[(this.#next + SLOTS - 1) % SLOTS]
    slot?.add(one)
    this.#many += 1
    this.#callOff ??= this.#soon()
    return () => {
      if (slot?.delete(one)) this.#many -= 1
    }
  }

  close(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  #soon(): () => void {
    return this.#clock.after(ROUND / SLOTS, () => {
      const due = this.#slots[this.#next] ?? []
      this.#next = (this.#next + 1) % SLOTS
      for (const one of due) one.beat()
      this.#callOff = this.#many > 0 ? this.#soon() : null
    })
  }
}
