import type { FastifyReply } from 'fastify'
import { createHmac } from 'node:crypto'
import type { Millis, PersonId, RoomId } from '../../protocol/types.ts'
import { isLower } from '../../rules/permissions/policy.ts'
import type { Person } from '../../rules/session/session.ts'
import type { Database } from '../database/database.ts'
import type { Clock } from '../clock.ts'
import { keyIn, type GuestCookie } from '../http/guest-cookie.ts'
import { byName } from '../members/memberships.ts'
import { showPicture } from '../pictures/in-rooms.ts'
import { pictureIdOf } from '../pictures/pictures.ts'
import type { Room } from '../rooms/room.ts'
import { invited, type KnownPerson } from '../rooms/room-people.ts'
import { newId } from '../secrets.ts'
import type { StoredPerson } from '../store/store.ts'
import type { Account, Accounts } from './accounts.ts'

type Needs = {
  clock: Pick<Clock, 'now'>
  accounts: Accounts
  cookie: GuestCookie
  database: Database
  serverKey: string
}

// Whoever signs in is somebody else by then; whoever signs out is so at once.
const FOUND_FOR: Millis = 5_000
// Of a room; more are found out again.
const FOUND_MAX = 20_000
type Found = { id: PersonId; until: Millis }

// The places of so many guests go with an account; of more, the newest.
const GUESTS_MAX = 20

/**
 * Who a browser is: the account that is signed in there, or the guest of its cookie. In rooms an account is known as a guest is, by a secret
 * of its own, and by those of the guests whose places it took along. [ACCOUNT-4]
 */
export class Visitors {
  readonly #needs: Needs
  #found = new WeakMap<Room, Map<string, Found>>()

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /**
   * Who the browser is in a room, by its `Cookie` header; null for who is not known there. Of several that an account is there, the highest.
   * `byKey`: where the people are looked up.
   */
  async whoIs<P extends StoredPerson>(
    header: string | undefined,
    room: RoomId,
    byKey: (key: string) => Promise<P | null>,
  ): Promise<P | null> {
    const account = await this.#needs.accounts.who(header)
    if (!account) return await this.#needs.cookie.whoIs(header, room, byKey)
    let known: P | null = null
    for (const guest of await this.#guestsOf(account.id)) {
      const found = await byKey(keyIn(room, guest))
      if (found && (!known || isLower(known.role, found.role))) known = found
    }
    return known
  }

  /**
   * Who the browser is in a room that is open here, with the role that comes by who they are looked up anew. Who has one and was never there is
   * somebody of the room from now on. [MEMBER-1]
   */
  async inRoom(header: string | undefined, live: Room): Promise<KnownPerson | null> {
    const room = live.room.id
    const account = await this.#needs.accounts.who(header)
    const known = await this.whoIs(header, room, async (key) => await live.people.byKey(key))
    if (!account) {
      if (known) await this.#findable(header, known, live)
      return known
    }
    const named = await byName(this.#needs.database, room, account)
    const isNamed = named.role !== null || named.chatModerator
    const person = known ?? (isNamed ? await this.#entered(account, live) : null)
    if (!person) return null
    // Who has a role by who they are is invited by that.
    if (isNamed && person.uninvited) await live.people.put(invited(person))
    await live.setNamed(person.id, named)
    await showPicture(live, person.id, await pictureIdOf(this.#needs.database, account.id))
    return person
  }

  /**
   * Who the browser is inside a room; null where it is nobody’s inside. What is asked for often, a page or a stroke, asks no database each time:
   * who they are is found out anew after some seconds, whether they are inside, and what they may, at each. [PAGES-4]
   */
  async inside(header: string | undefined, live: Room): Promise<Person | null> {
    const now = this.#needs.clock.now()
    const found = this.#found.get(live) ?? new Map<string, Found>()
    const before = found.get(header ?? '')
    const person = before && before.until > now ? live.session.people.get(before.id) : undefined
    if (person) return person
    const known = await this.inRoom(header, live)
    if (!known || header === undefined) return null
    if (found.size >= FOUND_MAX) found.clear()
    found.set(header, { id: known.id, until: now + FOUND_FOR })
    this.#found.set(live, found)
    return live.session.people.get(known.id) ?? null
  }

  /** Finds out anew who everybody is: somebody was signed out. */
  forgetInside(): void {
    this.#found = new WeakMap()
  }

  /** The ids that an account has in a room. */
  async peopleOf(account: string, live: Room): Promise<PersonId[]> {
    const keys = await this.keysOf(account, live.room.id)
    const people = await Promise.all(keys.map(async (key) => await live.people.byKey(key)))
    return people.flatMap((person) => person?.id ?? [])
  }

  /** Under what the store knows an account in a room. */
  async keysOf(account: string, room: RoomId): Promise<string[]> {
    return (await this.#guestsOf(account)).map((guest) => keyIn(room, guest))
  }

  /** Whoever came before rooms were found by a guest's hash has it from their next visit on. [MINE-1] */
  async #findable(header: string | undefined, known: KnownPerson, live: Room): Promise<void> {
    const { cookie } = this.#needs
    const guest = cookie.guestOf(header)
    if (guest === null || known.guest !== undefined) return
    await live.people.put({ ...known, guest: cookie.hashOf(guest) })
  }

  async #entered({ id, name }: Account, live: Room): Promise<KnownPerson | null> {
    const room = live.room.id
    const keys = this.#needs.cookie.keysOf(this.#secretOf(id), room)
    const seenAt = this.#needs.clock.now()
    const person = { id: newId(), room, name, role: 'participant', ...keys, lowered: false, seenAt } as const
    return (await live.people.put(person)) === 'stored' ? person : null
  }

  /**
   * Under what the store knows this browser in a room from now on: the room's own key, and the hash by which all rooms of it are found. A
   * guest's cookie comes with the answer where it has none.
   */
  async keysFor(
    header: string | undefined,
    room: RoomId,
    reply: FastifyReply,
  ): Promise<{ key: string; guest: string }> {
    const { accounts, cookie } = this.#needs
    const account = await accounts.who(header)
    const guest = account ? this.#secretOf(account.id) : (cookie.guestOf(header) ?? cookie.begin(reply))
    return cookie.keysOf(guest, room)
  }

  /** Under which hashes accounts are found in rooms, and whose each is: as `mine` finds the rooms of one. [MINE-1] */
  async hashesOf(accounts: readonly string[]): Promise<Map<string, string>> {
    const { cookie, database } = this.#needs
    const taken = await database
      .selectFrom('accountGuests')
      .select(['account', 'guest'])
      .where('account', 'in', accounts)
      .execute()
    const own = accounts.map((account) => ({ account, guest: this.#secretOf(account) }))
    return new Map([...taken, ...own].map(({ account, guest }) => [cookie.hashOf(guest), account]))
  }

  /** The rooms of an account are found by these hashes. [MINE-1] */
  async hashesOfOne(account: string): Promise<string[]> {
    return (await this.#guestsOf(account)).map((each) => this.#needs.cookie.hashOf(each))
  }

  /** Whose rooms the browser's are: by the account, and by the hashes of the guests that it is. [MINE-1] */
  async mine(header: string | undefined): Promise<{ account: Account | null; guests: string[] }> {
    const { accounts, cookie } = this.#needs
    const account = await accounts.who(header)
    if (account) return { account, guests: await this.hashesOfOne(account.id) }
    const guest = cookie.guestOf(header)
    return { account, guests: guest === null ? [] : [cookie.hashOf(guest)] }
  }

  /**
   * An account takes along what the guest of this browser is in rooms; the browser is a new guest from then on, so that nothing of the
   * account is left there when it signs out. What is another account's stays there.
   */
  async takeAlong(account: string, header: string | undefined, reply: FastifyReply, at: number): Promise<void> {
    const { cookie, database } = this.#needs
    const guest = cookie.guestOf(header)
    cookie.forget(header, reply)
    if (guest === null) return
    await database
      .insertInto('accountGuests')
      .values({ account, guest, at })
      .onConflict((conflict) => conflict.column('guest').doNothing())
      .execute()
  }

  async #guestsOf(account: string): Promise<string[]> {
    const taken = await this.#needs.database
      .selectFrom('accountGuests')
      .select('guest')
      .where('account', '=', account)
      .orderBy('at', 'desc')
      .limit(GUESTS_MAX)
      .execute()
    return [this.#secretOf(account), ...taken.map(({ guest }) => guest)]
  }

  /** An account's own secret in rooms; it is kept nowhere. */
  #secretOf(account: string): string {
    return createHmac('sha256', this.#needs.serverKey).update(`account ${account}`).digest('base64url')
  }
}
