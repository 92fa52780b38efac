import type { Event, Told } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Millis, PersonId } from '../../protocol/words.ts'
import type { Telling } from '../../rules/audience.ts'
import { EVENTS } from '../../rules/events-table.ts'
import type { Session } from '../../rules/session.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from '../rooms/connection.ts'

/** How often the room is told at most, however many write and like. [CHAT-15] */
const EVERY: Millis = 250

/** Whether an event is told to the whole room together with others of its kind; what is private is not. */
export function isSpread(event: Event): boolean {
  return EVENTS[event.type].isSpread && !('to' in event && event.to !== null)
}

/** What is left to be told at once. */
export function withoutEveryone(telling: Telling): Telling {
  return { ...telling, everyone: [], runners: [] }
}

/**
 * Tells everybody inside what is said to all, in order: at once where it is calm, and where it is not, several messages
 * and the counts of likes in one frame, made text once. Ends with `close`.
 */
export class ChatBroadcast {
  readonly #clock: Clock
  readonly #session: () => Session
  readonly #connections: ReadonlyMap<PersonId, Connection>
  #untold: Event[] = []
  /** By message, how many like it. */
  #likes = new Map<number, Told<'likesCounted'>>()
  #lastAt = -Infinity
  #callOff: (() => void) | null = null

  constructor(clock: Clock, session: () => Session, connections: ReadonlyMap<PersonId, Connection>) {
    this.#clock = clock
    this.#session = session
    this.#connections = connections
  }

  /** Notes what has just been stored and folded. */
  say(event: Event): void {
    const { at } = event
    if (event.type === 'messageLiked')
      this.#likes.set(event.n, { type: 'likesCounted', at, n: event.n, likes: event.likes })
    else this.#untold.push(event)
    const wait = this.#lastAt + EVERY - this.#clock.monotonic()
    if (wait <= 0) this.#tell()
    else this.#callOff ??= this.#clock.after(wait, () => this.#tell())
  }

  close(): void {
    this.#callOff?.()
  }

  #tell(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#lastAt = this.#clock.monotonic()
    const events = [...this.#untold, ...this.#likes.values()]
    this.#untold = []
    this.#likes = new Map()
    const text = JSON.stringify({ type: 'told', events } satisfies Downward)
    const { people } = this.#session()
    for (const [id, connection] of this.#connections) if (people.has(id)) connection.send(text)
  }
}
