import type { Event } from '../../protocol/events.ts'
import type { PersonId, RoomId } from '../../protocol/types.ts'
import { changesOf } from '../store/projections.ts'
import type { Store, StoredPerson } from '../store/store.ts'

// Who was not asked for since so many others is looked up again.
const REMEMBERED = 20_000

/**
 * The people of a room as the store has them, remembered: this process owns the room, so nobody else changes them. All that is known of
 * somebody goes through here.
 */
export class RoomPeople {
  readonly #room: RoomId
  readonly #store: Store
  /** By id; whoever was asked for last is last. */
  readonly #people = new Map<PersonId, StoredPerson>()
  readonly #ids = new Map<string, PersonId>()

  constructor(room: RoomId, store: Store) {
    this.#room = room
    this.#store = store
  }

  /** Somebody by id; null for a stranger. */
  async byId(id: PersonId): Promise<StoredPerson | null> {
    return this.known(id) ?? this.#found(await this.#store.person(this.#room, id))
  }

  /** Somebody by the hash of the cookie's secret; null for a stranger. */
  async byKey(key: string): Promise<StoredPerson | null> {
    return this.known(this.#ids.get(key) ?? '') ?? this.#found(await this.#store.personByKey(this.#room, key))
  }

  /** Somebody who was asked for before. */
  known(id: PersonId): StoredPerson | null {
    const person = this.#people.get(id)
    if (!person) return null
    this.#people.delete(id)
    this.#people.set(id, person)
    return person
  }

  /** Keeps somebody, or the new name or role of somebody known. */
  async put(person: StoredPerson): Promise<'stored' | 'disk-full' | 'room-unknown'> {
    const stored = await this.#store.putPerson(person)
    if (stored === 'stored') this.#remember(person)
    return stored
  }

  /** Lets go of somebody, who is a stranger from then on. */
  async forget(id: PersonId, alias: PersonId): Promise<'stored' | 'disk-full'> {
    const stored = await this.#store.forgetPerson(this.#room, id, alias)
    const person = this.#people.get(id)
    if (stored !== 'stored' || !person) return stored
    this.#people.delete(id)
    this.#ids.delete(person.key)
    return stored
  }

  /** What was changed while the store was asked is newer than its answer. */
  #found(person: StoredPerson | null): StoredPerson | null {
    return person && (this.known(person.id) ?? this.#remember(person))
  }

  /** Follows what was stored with an event. */
  follow(event: Event): void {
    for (const change of changesOf(event)) {
      const person = change.table === 'people' ? this.#people.get(change.person) : undefined
      if (!person || change.table !== 'people') continue
      if (change.do === 'see') this.#people.set(person.id, { ...person, seenAt: change.at })
      else if (change.do === 'rename') this.#people.set(person.id, { ...person, name: change.name })
      else this.#people.set(person.id, { ...person, role: change.role, lowered: change.lowered })
    }
  }

  #remember(person: StoredPerson): StoredPerson {
    this.#people.delete(person.id)
    this.#people.set(person.id, person)
    this.#ids.set(person.key, person.id)
    for (const [id, { key }] of this.#people) {
      if (this.#people.size <= REMEMBERED) break
      this.#people.delete(id)
      this.#ids.delete(key)
    }
    return person
  }
}
