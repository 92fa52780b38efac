import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Audience } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/words.ts'
import { audienceOf, numbersOf, placesIn, waitAt } from '../../rules/audience.ts'
import { EVENTS } from '../../rules/events-table.ts'
import { can } from '../../rules/policy.ts'
import type { Session } from '../../rules/session.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from '../rooms/connection.ts'

/** How often the room is told its numbers at most. [AUDIENCE-2] */
const EVERY: Millis = 1_000

/** Tells everybody the numbers of the audience, and each raised hand its place. Ends with `close`. */
export class AudienceBroadcast {
  readonly #clock: Clock
  readonly #session: () => Session
  readonly #connections: ReadonlyMap<PersonId, Connection>
  #lastAt = -Infinity
  #lastText = ''
  #callOff: (() => void) | null = null
  /** The last frame of each place. */
  readonly #places = new Map<PersonId, string>()

  constructor(clock: Clock, session: () => Session, connections: ReadonlyMap<PersonId, Connection>) {
    this.#clock = clock
    this.#session = session
    this.#connections = connections
  }

  /** Notes that something has happened that may change the numbers. */
  changed(event: Event): void {
    if (!EVENTS[event.type].counts || this.#callOff) return
    const wait = this.#lastAt + EVERY - this.#clock.monotonic()
    if (wait <= 0) this.#tell()
    else this.#callOff = this.#clock.after(wait, () => this.#tell())
  }

  /** The audience as this person may know it: at the door there are no names. [ENTER-2] */
  for(person: PersonId): Audience {
    return this.#seesHeads(person) ? audienceOf(this.#session()) : numbersOf(this.#session())
  }

  /** Sends a person's own place in the queue, where it is not what was sent before. */
  placeFor(person: PersonId): void {
    this.#places.delete(person)
    const place = placesIn(this.#session()).get(person)
    if (place !== undefined) this.#sendPlace(person, place)
  }

  /** Whose connection is gone is told the place again on coming back. */
  forget(person: PersonId): void {
    this.#places.delete(person)
  }

  close(): void {
    this.#callOff?.()
  }

  #tell(): void {
    this.#callOff = null
    const session = this.#session()
    const audience = audienceOf(session)
    const text = framed(audience)
    if (text !== this.#lastText) {
      this.#lastText = text
      this.#lastAt = this.#clock.monotonic()
      const atDoor = framed(numbersOf(session))
      for (const [id, connection] of this.#connections) connection.send(this.#seesHeads(id) ? text : atDoor)
    }
    const places = placesIn(session)
    for (const [id, place] of places) this.#sendPlace(id, place)
    for (const id of this.#places.keys()) if (!places.has(id)) this.#sendPlace(id, null)
  }

  /** [ENTER-2] [PERMISSION-4] At the door, or without the permission, nobody is named. */
  #seesHeads(id: PersonId): boolean {
    const person = this.#session().people.get(id)
    return person !== undefined && can(person, 'seeParticipants')
  }

  #sendPlace(person: PersonId, place: number | null): void {
    const wait = place === null ? null : waitAt(this.#session(), place)
    const text = JSON.stringify({ type: 'place', place, wait } satisfies Downward)
    if (this.#places.get(person) === text) return
    if (place === null) this.#places.delete(person)
    else if (this.#connections.has(person)) this.#places.set(person, text)
    this.#connections.get(person)?.send(text)
  }
}

function framed(audience: Audience): string {
  return JSON.stringify({ type: 'audience', audience } satisfies Downward)
}
