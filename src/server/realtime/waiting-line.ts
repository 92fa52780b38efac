import type { Turn } from '../../protocol/frames.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'

// Time enough to look at the door and press *Join now*; whoever takes longer asks again. [FULL-4]
const PLACE_KEPT: Millis = 60_000
// Whoever is next asks often; whoever is far back need not.
const SOONEST: Millis = 2_000
const LATEST: Millis = 30_000
const FOR_EACH_AHEAD: Millis = 20
// A page in the background may ask once a minute only (Chrome, intensive throttling of timers).
const FORGOTTEN_AFTER: Millis = 90_000
// What an answer takes on a bad network.
const LATE: Millis = 3_000
// Once the process has rested, those who wait do not all come in at once.
const AT_ONCE = 100

export type LineNeeds = {
  clock: Pick<Clock, 'monotonic'>
  /** From 0 to 1: not everybody who is told to wait asks again at the same moment. */
  chance: () => number
  /** How many people there may be at the same time; null: as many as the process carries. */
  most: number | null
  /** Whether the process carries no more just now. */
  isStrained: () => boolean
  /** Whether the media carry no more viewers just now. [LOAD-2] */
  areMediaFull: () => boolean
  /** How many are inside, or have a place that is kept. */
  inside: () => number
}

type Waiting = {
  /** Who asks again by then still waits; who does not holds nobody up. */
  dueBy: Millis
  askedAt: Millis
}

/** Where people wait who are one too many for the server, in the order of first asking. [FULL-1] [FULL-2] */
export class WaitingLine {
  readonly #needs: LineNeeds
  readonly #waiting = new Map<PersonId, Waiting>()
  /** Who was let in and has not joined yet, and until when the place is theirs; the oldest first. */
  readonly #admitted = new Map<PersonId, Millis>()
  /** How many connections each has open: a new page is often there before the old one is gone. */
  readonly #connected = new Map<PersonId, number>()

  constructor(needs: LineNeeds) {
    this.#needs = needs
  }

  /** Somebody wants to come in. Gives null where they may; else the place in line, from 1, and after how many ms to ask again. */
  ask(person: PersonId): Turn | null {
    const now = this.#needs.clock.monotonic()
    this.#forget(now)
    if (this.#admitted.has(person)) return null
    const ahead = this.#ahead(person, now)
    if (ahead < this.#free()) {
      this.#waiting.delete(person)
      this.#admitted.set(person, now + PLACE_KEPT)
      return null
    }
    const wait = Math.min(LATEST, SOONEST + ahead * FOR_EACH_AHEAD) * (0.75 + this.#needs.chance() / 2)
    // A place in the map is kept when a value is set anew.
    this.#waiting.set(person, { askedAt: now, dueBy: now + wait + LATE })
    return { place: ahead + 1, wait: Math.round(wait) }
  }

  /** Somebody who was let in has joined. */
  settle(person: PersonId): void {
    this.#admitted.delete(person)
  }

  /** Somebody who was let in is connected, once more where they were before. */
  connected(person: PersonId): void {
    this.#connected.set(person, (this.#connected.get(person) ?? 0) + 1)
  }

  /** A connection is gone; with the last one of a person, so is the place of who has not joined. */
  disconnected(person: PersonId): void {
    const left = (this.#connected.get(person) ?? 0) - 1
    if (left > 0) return void this.#connected.set(person, left)
    this.#connected.delete(person)
    this.#admitted.delete(person)
  }

  #free(): number {
    const { most, inside, isStrained, areMediaFull } = this.#needs
    if (areMediaFull()) return 0
    if (most !== null) return most - inside() - this.#admitted.size
    if (isStrained()) return 0
    return this.#waiting.size === 0 ? Infinity : AT_ONCE
  }

  #ahead(person: PersonId, now: Millis): number {
    let ahead = 0
    for (const [other, { dueBy }] of this.#waiting) {
      if (other === person) break
      if (dueBy >= now) ahead += 1
    }
    return ahead
  }

  #forget(now: Millis): void {
    for (const [person, until] of this.#admitted) {
      if (until > now) break
      this.#admitted.delete(person)
    }
    for (const [person, { askedAt }] of this.#waiting) if (now - askedAt > FORGOTTEN_AFTER) this.#waiting.delete(person)
  }
}
