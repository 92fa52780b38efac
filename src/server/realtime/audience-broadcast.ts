import type { Downward } from '../../protocol/frames.ts'
import type { Audience } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { audienceOf, numbersOf, placeOf, placesIn, waitAt } from '../../rules/audience/audience.ts'
import type { Session } from '../../rules/session/session.ts'
import type { Clock } from '../clock.ts'
import { inSlices } from './in-slices.ts'
import type { ByView, Hub, View } from './hub.ts'

/** How often the room is told its numbers at most. [AUDIENCE-2] */
const EVERY: Millis = 1_000

export type AudienceNeeds = {
  clock: Clock
  hub: Hub
  /** Looks at the session once all that it holds is stored. */
  whenStored: (look: (session: Session) => void) => void
  /** Over how many ms people spread themselves who come back to a server that was away. [AWAY-5] */
  spread: () => Millis
}

/** Tells everybody the numbers of the audience, and each raised hand its place. Ends with `close`. */
export class AudienceBroadcast {
  readonly #needs: AudienceNeeds
  #lastAt = -Infinity
  #lastText = ''
  #callOff: (() => void) | null = null
  #stopTelling = () => {}
  /** The last frame of each place. */
  readonly #places = new Map<PersonId, string>()

  constructor(needs: AudienceNeeds) {
    this.#needs = needs
  }

  /** Notes that something has happened that may change the numbers. */
  changed(): void {
    if (this.#callOff) return
    const { clock } = this.#needs
    const wait = this.#lastAt + EVERY - clock.monotonic()
    if (wait <= 0) this.#look()
    else this.#callOff = clock.after(wait, () => this.#look())
  }

  /** Sends a person's own place in the queue, whatever was sent before. */
  placeFor(session: Session, person: PersonId): void {
    const place = placeOf(session, person)
    this.#places.delete(person)
    if (place !== null) this.#sendPlace(session, person, place)
  }

  /** Whose connection is gone is told the place again on coming back. */
  forget(person: PersonId): void {
    this.#places.delete(person)
  }

  close(): void {
    this.#callOff?.()
    this.#stopTelling()
  }

  #look(): void {
    this.#callOff = null
    this.#needs.whenStored((session) => this.#tell(session))
  }

  #tell(session: Session): void {
    const frames = audienceFrames(session, this.#needs.spread())
    const text = frames.everyone ?? ''
    if (text !== this.#lastText) {
      this.#lastText = text
      this.#lastAt = this.#needs.clock.monotonic()
      this.#needs.hub.count(frames, 'audience')
    }
    const places = placesIn(session)
    this.#stopTelling()
    this.#stopTelling = inSlices(new Set([...places.keys(), ...this.#places.keys()]).values(), (id) => {
      const hasPlace = session.hands.has(id) || session.waiting.has(id)
      this.#sendPlace(session, id, hasPlace ? (places.get(id) ?? null) : null)
    })
  }

  #sendPlace(session: Session, person: PersonId, place: number | null): void {
    const wait = place === null ? null : waitAt(session, place)
    const text = JSON.stringify({ type: 'place', place, wait } satisfies Downward)
    const connection = this.#needs.hub.get(person)
    if (this.#places.get(person) === text) return
    if (place === null || !connection) this.#places.delete(person)
    else this.#places.set(person, text)
    connection?.send(text)
  }
}

/** The audience as those of a view may know it: [ENTER-2] [PERMISSION-4] at the door, or without the permission, nobody is named. */
export function audienceFor(session: Session, view: View): Audience {
  return view === 'everyone' || view === 'moderators' ? audienceOf(session) : numbersOf(session)
}

function audienceFrames(session: Session, spread: Millis): ByView<string> {
  const framed = (audience: Audience) => JSON.stringify({ type: 'audience', audience, spread } satisfies Downward)
  const [named, unnamed] = [framed(audienceOf(session)), framed(numbersOf(session))]
  return { everyone: named, moderators: named, unnamed, prejoin: unnamed, former: unnamed }
}
