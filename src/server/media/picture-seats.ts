import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Intake, MediaLoad } from '../../rules/entry/intake.ts'
import type { Clock } from '../clock.ts'

// A telephone that changes networks is back by then.
const KEPT: Millis = 60_000

/** What somebody receives who is connected to the media. */
export type Seat = {
  readonly hasPictures: boolean
  /** Gives pictures at once, for good: they are on stage now. */
  prefer(): void
  /** The connection is gone. */
  leave(): void
}

type Place = {
  hasPictures: boolean
  connections: number
  told: (given: boolean) => void
  forget: () => void
}

/**
 * Who of those connected to the media receives pictures, and who sound alone because there are too many. What somebody has is kept
 * for a minute after the connection is gone. [LOAD-2] [LOAD-4]
 */
export class PictureSeats {
  readonly #clock: Pick<Clock, 'after'>
  readonly #intake: () => Intake
  /** Whoever came first comes first. */
  readonly #places = new Map<PersonId, Place>()

  constructor(clock: Pick<Clock, 'after'>, intake: () => Intake) {
    this.#clock = clock
    this.#intake = intake
  }

  /** How many are connected, with pictures and with sound alone. */
  get load(): Pick<MediaLoad, 'pictures' | 'soundOnly'> {
    const load = { pictures: 0, soundOnly: 0 }
    for (const { hasPictures, connections } of this.#places.values())
      if (connections > 0) load[hasPictures ? 'pictures' : 'soundOnly'] += 1
    return load
  }

  /** Somebody connects. `isPreferred`: gets pictures whatever the load. `told`: called when pictures are withheld, and when they are given. */
  take(person: PersonId, isPreferred: boolean, told: (given: boolean) => void): Seat {
    const hasPictures = isPreferred || this.#intake() === 'open'
    const place = this.#places.get(person) ?? { hasPictures, connections: 0, told, forget: () => {} }
    this.#places.set(person, place)
    place.forget()
    place.connections += 1
    place.told = told
    if (isPreferred) place.hasPictures = true
    if (!place.hasPictures) told(false)
    return {
      get hasPictures() {
        return place.hasPictures
      },
      prefer: () => this.#give(place),
      leave: () => {
        place.connections -= 1
        if (place.connections === 0) place.forget = this.#clock.after(KEPT, () => this.#places.delete(person))
      },
    }
  }

  /** Gives pictures to so many who have none, in the order in which they came. */
  give(many: number): void {
    let left = many
    for (const place of this.#places.values()) {
      if (left <= 0) return
      if (place.hasPictures || place.connections === 0) continue
      this.#give(place)
      left -= 1
    }
  }

  #give(place: Place): void {
    if (place.hasPictures) return
    place.hasPictures = true
    place.told(true)
  }
}
