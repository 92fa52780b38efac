import type { Event } from '../../protocol/events.ts'
import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'

/** How often the room is told at most how many like what. [CHAT-15] */
const EVERY: Millis = 500

type Counted = Extract<Event, { type: 'likesCounted' }>

/** Tells everybody inside how many like a message, at once where it is calm: the last number of each. Ends with `close`. */
export class LikeCounts {
  readonly #clock: Clock
  readonly #tell: (events: Counted[]) => void
  #untold = new Map<number, Counted>()
  #lastAt = -Infinity
  #callOff: (() => void) | null = null

  constructor(clock: Clock, tell: (events: Counted[]) => void) {
    this.#clock = clock
    this.#tell = tell
  }

  /** Notes a like, or one taken back, that was stored. */
  liked({ at, n, likes }: Extract<Event, { type: 'messageLiked' }>): void {
    this.#untold.set(n, { type: 'likesCounted', at, n, likes })
    const wait = this.#lastAt + EVERY - this.#clock.monotonic()
    if (wait <= 0) this.#say()
    else this.#callOff ??= this.#clock.after(wait, () => this.#say())
  }

  close(): void {
    this.#callOff?.()
  }

  #say(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#lastAt = this.#clock.monotonic()
    const events = [...this.#untold.values()]
    this.#untold = new Map()
    this.#tell(events)
  }
}
