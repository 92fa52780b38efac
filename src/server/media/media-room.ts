import type { Event } from '../../protocol/events.ts'
import type { PersonId, RoomId } from '../../protocol/types.ts'
import { EVENTS } from '../../rules/events-table.ts'
import { grantOf, grantsChangedBy, type Grant } from '../../rules/stage/grants.ts'
import type { Session } from '../../rules/session/session.ts'
import type { Media } from './media.ts'

/** What the media of a room follow. `session` is what runs, or ran last; null before the first one. */
export type MediaRoomNeeds = {
  room: RoomId
  media: Media
  session: () => Session | null
  /** Whether somebody's browser is connected, inside or at the door. */
  isHere: (person: PersonId) => boolean
  /** The room has this name in the media engine from now on. */
  named: (name: string) => void
}

/** A room in the media engine: who is let in, and what each is granted there as the session goes on. */
export class MediaRoom {
  readonly #needs: MediaRoomNeeds
  readonly #followers = new Map<PersonId, Set<(grant: Grant | null) => void>>()
  /** Whose connections were closed, as who they are is to be looked up anew: until they come in again. */
  readonly #shutOut = new Set<PersonId>()
  #hasDoor = false

  constructor(needs: MediaRoomNeeds) {
    this.#needs = needs
  }

  /**
   * The name in the media engine: of the session, and before the first one of the room itself, where whoever stands at the
   * door checks the own connection and is granted nothing. [DEVICE-8]
   */
  get name(): string {
    return this.#needs.session()?.id ?? this.#needs.room
  }

  /** The session has begun, or goes on. */
  open(): void {
    this.#needs.named(this.name)
    this.#needs.media.open(this.name)
  }

  /** What a person is granted in the media engine now; null for who has no business there. [MEDIA-5] */
  admit(name: string, person: PersonId): Grant | null {
    const session = this.#needs.session()
    if (name !== this.name || session?.removed.has(person) || this.#shutOut.has(person)) return null
    if (session !== null && session.endedAt !== null) return null
    if (!this.#needs.isHere(person) && !session?.people.has(person)) return null
    return grantOf(session, person)
  }

  /**
   * Tells what a person is granted in the media engine, at once and at each change, until the returned function is called; null when
   * they are to be cut.
   */
  follow(name: string, person: PersonId, told: (grant: Grant | null) => void): () => void {
    const followers = this.#followers.get(person) ?? new Set()
    this.#followers.set(person, followers.add(told))
    told(this.admit(name, person))
    return () => {
      followers.delete(told)
      if (followers.size === 0 && this.#followers.get(person) === followers) this.#followers.delete(person)
    }
  }

  /** Looks at everybody again: what was granted may not be so. */
  again(): void {
    const session = this.#needs.session()
    for (const person of this.#followers.keys()) {
      this.#tell(person, this.admit(this.name, person))
      if (session) this.#needs.media.converge(session.id, person)
    }
  }

  /** Follows what has just happened in the session. */
  happened(session: Session, event: Event): void {
    const { media } = this.#needs
    const { grants } = EVENTS[event.type]
    if (grants === 'allOut') {
      media.close(session.id)
      for (const person of this.#followers.keys()) this.#tell(person, null)
    } else if (grants === 'out' && 'person' in event && event.type !== 'met') {
      this.#tell(event.person, this.admit(session.id, event.person))
      media.cut(session.id, event.person)
    } else
      for (const person of grantsChangedBy(session, event)) {
        // Who may receive it is said before it may be sent. [MEDIA-6]
        this.#tell(person, grantOf(session, person))
        media.converge(session.id, person)
      }
  }

  /** Cuts a person, whose ticket lets nobody in before they have come in again. [ACCOUNT-18] */
  shutOut(person: PersonId): void {
    this.#shutOut.add(person)
    this.#tell(person, null)
    this.#needs.media.cut(this.name, person)
  }

  /** They have come in again. */
  returned(person: PersonId): void {
    this.#shutOut.delete(person)
  }

  /** Nobody has any business there any more. */
  shut(): void {
    this.closeDoor()
    const session = this.#needs.session()
    if (session) this.#needs.media.close(session.id)
    for (const person of this.#followers.keys()) this.#tell(person, null)
  }

  /** A ticket to the engine; empty for who has no business there. */
  ticket(person: PersonId): string {
    const session = this.#needs.session()
    if (session !== null && (session.endedAt !== null || session.removed.has(person))) return ''
    if (session === null) this.#openDoor()
    return this.#needs.media.ticket(this.name, person)
  }

  #openDoor(): void {
    if (this.#hasDoor) return
    this.#hasDoor = true
    this.open()
  }

  /** Before the first session is over: nobody is at a door of its own any more. */
  closeDoor(): void {
    if (!this.#hasDoor) return
    this.#hasDoor = false
    this.#needs.media.close(this.#needs.room)
  }

  /** Another process has the room: who is connected through this one is cut, and comes back there. */
  leave(): void {
    for (const person of this.#followers.keys()) this.#tell(person, null)
    this.#needs.media.leave(this.name)
  }

  #tell(person: PersonId, grant: Grant | null): void {
    for (const told of this.#followers.get(person) ?? []) told(grant)
  }
}
