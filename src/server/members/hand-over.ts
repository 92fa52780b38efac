import type { MemberKind } from '../../protocol/members.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis, PersonId, RoomId } from '../../protocol/types.ts'
import { roleThatCounts } from '../../rules/permissions/policy.ts'
import { audit } from '../accounts/audit-log.ts'
import { claim, refusedToOwn } from '../accounts/room-owners.ts'
import type { AppContext } from '../app-context.ts'
import type { Database } from '../database/database.ts'
import type { Room } from '../rooms/room.ts'
import { accountsOf, byName } from './memberships.ts'

type Needs = Pick<AppContext, 'database' | 'rooms' | 'store' | 'visitors'>

/** What changed of the role of a member is so at once for who is inside. [MEMBER-4] */
export async function takesEffect(
  { database, visitors }: Pick<Needs, 'database' | 'visitors'>,
  live: Room,
  { kind, subject }: { kind: MemberKind; subject: string },
): Promise<void> {
  for (const account of await accountsOf(database, kind, subject))
    for (const person of await visitors.peopleOf(account.id, live))
      await live.setNamed(person, await byName(database, live.room.id, account))
}

/**
 * Makes a room another account's, for its host. `from`: whose it was when that was decided, null for nobody's. Resolves to why not, or
 * null. [MEMBER-5]
 */
export async function handOver(
  needs: Needs,
  live: Room,
  { from, to, host, at }: { from: string | null; to: string; host: PersonId; at: Millis },
): Promise<Refusal | null> {
  const room = live.room.id
  const refusal = await needs.database.transaction().execute(async (transaction) => {
    // The account may be gone since it was looked up.
    if (await refusedToOwn(transaction, to)) return 'account-unknown'
    const moved =
      from === null
        ? await claim(transaction, { room, account: to, at })
        : (
            await transaction
              .updateTable('roomOwners')
              .set({ account: to, at })
              .where('room', '=', room)
              .where('account', '=', from)
              .executeTakeFirst()
          ).numUpdatedRows > 0n
    if (!moved) return 'not-yours'
    await nameHosts(transaction, [room])
    await audit(transaction, { at, by: from, act: 'room-handed-over', about: to })
    return null
  })
  if (refusal) return refusal
  await live.reload()
  const stored = await stepDown(live, host)
  if (stored) return stored
  if (from !== null) await takesEffect(needs, live, { kind: 'account', subject: from })
  await takesEffect(needs, live, { kind: 'account', subject: to })
  return null
}

/** Makes all rooms of an account another's, as if its holder had handed over each. Resolves to why not, or null. [ACCOUNT-7] */
export async function handOverAll(
  needs: Needs,
  { from, to, by, at }: { from: string; to: string; by: string; at: Millis },
): Promise<Refusal | null> {
  const { database } = needs
  const owned = await database.selectFrom('roomOwners').select('room').where('account', '=', from).execute()
  // First: what fails in the middle can be done again as long as the rooms are theirs.
  for (const { room } of owned) {
    const stored = await allStepDown(needs, room, from)
    if (stored) return stored
  }
  const refusal = await database.transaction().execute(async (transaction) => {
    const isNone = await refusedToOwn(transaction, to)
    if (isNone) return isNone
    const rooms = owned.map(({ room }) => room)
    for (let first = 0; first < rooms.length; first += ROOMS_AT_ONCE) {
      const some = rooms.slice(first, first + ROOMS_AT_ONCE)
      await transaction
        .updateTable('roomOwners')
        .set({ account: to, at })
        .where('account', '=', from)
        .where('room', 'in', some)
        .execute()
      await nameHosts(transaction, some)
    }
    await audit(transaction, { at, by, act: 'rooms-handed-over', about: from })
    return null
  })
  if (refusal) return refusal
  for (const { room } of owned) {
    const live = await needs.rooms.inMemory(room)
    if (!live) continue
    await live.reload()
    for (const subject of [from, to]) await takesEffect(needs, live, { kind: 'account', subject })
  }
  return null
}

/** From now on rooms are said to be their owner's: whom to ask is whom they belong to. */
async function nameHosts(database: Database, rooms: readonly RoomId[]): Promise<void> {
  await database
    .updateTable('rooms')
    .set((eb) => ({
      hostName: eb.fn.coalesce(
        eb
          .selectFrom('roomOwners')
          .innerJoin('accounts', 'accounts.id', 'roomOwners.account')
          .select('accounts.name')
          .whereRef('roomOwners.room', '=', 'rooms.id'),
        'rooms.hostName',
      ),
    }))
    .where('id', 'in', rooms)
    .execute()
}

// So that one statement has no more parameters than SQLite takes.
const ROOMS_AT_ONCE = 500

/** Whatever an account is host by in a room that it loses, also in one whose deletion can still be undone. */
async function allStepDown({ rooms, store, visitors }: Needs, room: RoomId, account: string): Promise<Refusal | null> {
  const live = await rooms.room(room)
  if (live === 'elsewhere') return 'room-moved'
  if (live === null) return null
  if (live !== 'deleted') {
    for (const person of await visitors.peopleOf(account, live)) {
      const stored = await stepDown(live, person)
      if (stored) return stored
    }
    return null
  }
  for (const key of await visitors.keysOf(account, room)) {
    const known = await store.personByKey(room, key)
    // Nobody decides about a room that is deleted: there is no fence.
    const stored = known?.role === 'host' ? await store.putPerson({ ...known, role: 'cohost' }) : 'stored'
    if (stored !== 'stored') return stored === 'fenced' ? 'room-moved' : stored
  }
  return null
}

/** Of a host a co-host stays, at once where they are inside. Resolves to why not, or null. */
async function stepDown(live: Room, person: PersonId): Promise<Refusal | null> {
  const known = await live.people.byId(person)
  if (!known || roleThatCounts(known) !== 'host') return null
  const stored = await live.people.put({ ...known, role: 'cohost', lowered: false })
  if (stored !== 'stored') return stored
  await live.put(live.session.id, { type: 'roleByName', person, role: 'cohost' })
  return null
}
