import type { Event } from '../../protocol/events.ts'
import { readName } from '../../protocol/names.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId, PictureId, Role, RoomId } from '../../protocol/types.ts'
import type { ByName } from '../../rules/accounts/members.ts'
import type { SystemEvent } from '../../rules/outcome.ts'
import { roleThatCounts } from '../../rules/permissions/policy.ts'
import { changesOf } from '../store/projections.ts'
import type { Fence, Store, StoredPerson } from '../store/store.ts'

// Who was not asked for since so many others is looked up again.
const REMEMBERED = 20_000

/**
 * Somebody of a room. A `bot` is known here alone, and forgotten with its rehearsal [REHEARSE-4]; so is `named`: the role that comes by who
 * somebody is, looked up whenever they come [MEMBER-3], and `chatModeratorByName` [MEMBER-6]; the `picture` of their account [PICTURE-6]; and
 * whoever is `uninvited`, until they are let in [ASK-1].
 */
export type KnownPerson = StoredPerson & {
  bot?: true
  named?: Role
  chatModeratorByName?: true
  picture?: PictureId
  uninvited?: true
}

/**
 * The people of a room as the store has them, remembered: this process owns the room, so nobody else changes them. All that is known of
 * somebody goes through here.
 */
export class RoomPeople {
  readonly #room: RoomId
  readonly #store: Store
  readonly #fence: Fence
  /** By id; whoever was asked for last is last. */
  readonly #people = new Map<PersonId, KnownPerson>()
  readonly #ids = new Map<string, PersonId>()
  /** Who is forgotten, or is being forgotten: nothing that was looked up before brings them back. [KEEP-6] */
  readonly #forgotten = new Set<PersonId>()

  constructor(fence: Fence, store: Store) {
    this.#room = fence.room
    this.#fence = fence
    this.#store = store
  }

  /** Somebody by id; null for a stranger. */
  async byId(id: PersonId): Promise<KnownPerson | null> {
    return this.known(id) ?? this.#found(await this.#store.person(this.#room, id))
  }

  /** Somebody by the hash of the cookie's secret; null for a stranger. */
  async byKey(key: string): Promise<KnownPerson | null> {
    return this.known(this.#ids.get(key) ?? '') ?? this.#found(await this.#store.personByKey(this.#room, key))
  }

  /** Somebody who was asked for before. */
  known(id: PersonId): KnownPerson | null {
    const person = this.#people.get(id)
    if (!person) return null
    this.#people.delete(id)
    this.#people.set(id, person)
    return person
  }

  /** Keeps somebody, or the new name or role of somebody known. */
  async put(person: KnownPerson): Promise<'stored' | 'room-moved' | 'disk-full' | 'room-unknown' | 'no-entry'> {
    if (person.bot || person.uninvited) {
      this.#remember(person)
      return 'stored'
    }
    if (this.#forgotten.has(person.id)) return 'no-entry'
    const stored = await this.#store.putPerson(person, this.#fence)
    if (stored === 'stored' && !this.#forgotten.has(person.id)) this.#remember(person)
    return stored === 'fenced' ? 'room-moved' : stored
  }

  /**
   * What comes by who somebody is. Resolves to what is to be said of it in a session that they are in. In a session nobody becomes host
   * [ROLE-5]: who is one now is it from the next time they come in.
   */
  async setNamed(id: PersonId, { role: named, chatModerator }: ByName): Promise<SystemEvent[]> {
    const person = await this.byId(id)
    if (!person) return []
    const { named: _before, chatModeratorByName: was = false, ...rest } = person
    const flag = chatModerator && ({ chatModeratorByName: true } as const)
    const now: KnownPerson = { ...rest, ...(named !== null && { named }), ...flag }
    this.#people.set(id, now)
    const role = roleThatCounts(now)
    const isOther = role !== roleThatCounts(person)
    return [
      ...(isOther ? [{ type: 'roleByName', person: id, role: role === 'host' ? 'cohost' : role } as const] : []),
      ...(was === chatModerator ? [] : [{ type: 'chatModeratorByName', person: id, named: chatModerator } as const]),
    ]
  }

  /** The account of somebody has this picture; null for none. Who is not remembered is told of it when they come. [PICTURE-6] */
  setPicture(id: PersonId, picture: PictureId | null): void {
    const person = this.known(id)
    if (!person) return
    const { picture: _before, ...rest } = person
    this.#people.set(id, { ...rest, ...(picture !== null && { picture }) })
  }

  /** Gives somebody another name, as typed; null where it was done, or why not. [NAME-3] */
  async rename(id: PersonId, typed: string): Promise<Refusal | null> {
    const known = await this.byId(id)
    const read = readName(typed)
    if ('fault' in read) return read.fault
    if (!known) return 'no-entry'
    const stored = await this.put({ ...known, name: read.name })
    return stored === 'stored' ? null : stored
  }

  /** Lets go of somebody, who is a stranger from then on. */
  async forget(id: PersonId, alias: PersonId): Promise<'stored' | 'disk-full'> {
    this.#forgotten.add(id)
    const stored = await this.#store.forgetPerson(this.#room, id, alias).catch((fault: unknown) => {
      this.#forgotten.delete(id)
      throw fault
    })
    if (stored !== 'stored') this.#forgotten.delete(id)
    const person = this.#people.get(id)
    if (stored !== 'stored' || !person) return stored
    this.#people.delete(id)
    this.#ids.delete(person.key)
    return stored
  }

  /** What was changed while the store was asked is newer than its answer. */
  #found(person: StoredPerson | null): KnownPerson | null {
    if (!person || this.#forgotten.has(person.id)) return null
    return this.known(person.id) ?? this.#remember(person)
  }

  /** Forgets all bots, also those that had come by a link and not joined yet. [REHEARSE-4] */
  forgetBots(): void {
    for (const { id, key, bot } of this.#people.values()) {
      if (!bot) continue
      this.#ids.delete(key)
      this.#people.delete(id)
    }
  }

  /** Follows what was stored with an event. */
  follow(event: Event): void {
    if (event.type === 'joined') this.#letIn(event.person)
    for (const change of changesOf(event)) {
      const person = change.table === 'people' ? this.#people.get(change.person) : undefined
      if (!person || change.table !== 'people') continue
      if (change.do === 'see') this.#people.set(person.id, { ...person, seenAt: change.at })
      else if (change.do === 'rename') this.#people.set(person.id, { ...person, name: change.name })
      else this.#people.set(person.id, { ...person, role: change.role, lowered: change.lowered })
    }
  }

  /** Somebody without an invitation is somebody of the room once they are let in. Where that cannot be stored, they ask again another time. */
  #letIn(id: PersonId): void {
    const person = this.#people.get(id)
    if (!person?.uninvited) return
    this.#people.set(id, invited(person))
    this.put(invited(person)).catch(() => {})
  }

  #remember(person: KnownPerson): KnownPerson {
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

/** Somebody as they are once they have an invitation. [ASK-1] */
export function invited({ uninvited: _asked, ...person }: KnownPerson): KnownPerson {
  return person
}

/** Somebody with the role that counts. [MEMBER-3] */
export function acting<P extends KnownPerson | null>(person: P): P {
  const role = person && roleThatCounts(person)
  return !person || role === person.role ? person : { ...person, role }
}
