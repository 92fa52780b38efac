import type { Insertable, Selectable } from 'kysely'
import type { InviteRow } from '../../protocol/portal/invites.ts'
import type { Millis, PersonId, RoomId } from '../../protocol/types.ts'
import { stateOf, type Invite } from '../../rules/invites/use-invite.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

/** An invitation as it is kept. */
export type StoredInvite = Selectable<Tables['invitations']>
export type NewInvite = Insertable<Tables['invitations']>

const PAGE = 100
// So that one statement has no more parameters than SQLite takes.
const ROWS_AT_ONCE = 250

/** Keeps invitations, all of them or none; gives them as they are kept, in their order. */
export async function addInvites(database: Database, invites: readonly NewInvite[]): Promise<StoredInvite[]> {
  return await database.transaction().execute(async (commit) => {
    const added: StoredInvite[] = []
    for (let from = 0; from < invites.length; from += ROWS_AT_ONCE) {
      const some = invites.slice(from, from + ROWS_AT_ONCE)
      added.push(...(await commit.insertInto('invitations').values(some).returningAll().execute()))
    }
    return added.toSorted((one, other) => one.n - other.n)
  })
}

/** How many invitations a room has. */
export async function countInvites(database: Database, room: RoomId): Promise<number> {
  const { n } = await database
    .selectFrom('invitations')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('room', '=', room)
    .executeTakeFirstOrThrow()
  return n
}

/** The invitation of a token, by its hash; null if there is none. */
export async function inviteByKey(database: Database, key: string): Promise<StoredInvite | null> {
  return (await database.selectFrom('invitations').selectAll().where('key', '=', key).executeTakeFirst()) ?? null
}

/** Those of a room's invitations that have these ids, in the order in which they were made. */
export async function invitesById(database: Database, room: RoomId, ids: readonly string[]): Promise<StoredInvite[]> {
  const found: StoredInvite[] = []
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const some = ids.slice(from, from + ROWS_AT_ONCE)
    const query = database.selectFrom('invitations').selectAll().where('room', '=', room)
    found.push(...(await query.where('id', 'in', some).execute()))
  }
  return found.toSorted((one, other) => one.n - other.n)
}

/** A hundred of a room's invitations before that number, the newest first; and whether there are more. */
export async function invitesBefore(
  database: Database,
  room: RoomId,
  before: number,
): Promise<{ rows: StoredInvite[]; more: boolean }> {
  const rows = await database
    .selectFrom('invitations')
    .selectAll()
    .where('room', '=', room)
    .where('n', '<', before)
    .orderBy('n', 'desc')
    .limit(PAGE + 1)
    .execute()
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}

/** Changes one of a room's invitations; gives it as it is then, or null if there is none. */
export async function changeInvite(
  database: Database,
  { room, id }: { room: RoomId; id: string },
  change: Partial<NewInvite>,
): Promise<StoredInvite | null> {
  const query = database.updateTable('invitations').set(change).where('room', '=', room).where('id', '=', id)
  return (await query.returningAll().executeTakeFirst()) ?? null
}

/** Marks that invitations are on their way by mail. */
export async function markSent(database: Database, ids: readonly string[], at: Millis): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const some = ids.slice(from, from + ROWS_AT_ONCE)
    await database.updateTable('invitations').set({ sentAt: at }).where('id', 'in', some).execute()
  }
}

/** Marks that somebody has the page of an invitation before them. */
export async function markOpened(database: Database, id: string, at: Millis): Promise<void> {
  const query = database.updateTable('invitations').set({ openedAt: at })
  await query.where('id', '=', id).where('openedAt', 'is', null).execute()
}

/** Notes who comes by an invitation first. False where somebody else did meanwhile, or it is not what it was. [LINK-7] */
export async function claimInvite(
  database: Database,
  { id, key, person, openedAt }: StoredInvite,
  by: PersonId,
  at: Millis,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('invitations')
    .set({ person: by, usedAt: at, openedAt: openedAt ?? at })
    .where('id', '=', id)
    .where('key', '=', key)
    .where('revokedAt', 'is', null)
    .where('person', person === null ? 'is' : '=', person)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes that back, where who claimed it could not come in. */
export async function releaseInvite(database: Database, id: string, by: PersonId): Promise<void> {
  const query = database.updateTable('invitations').set({ person: null, usedAt: null })
  await query.where('id', '=', id).where('person', '=', by).execute()
}

/** An invitation as the rules see it. `usedBy`: who came by it first, of those who still are. */
export function inviteOf(row: StoredInvite, usedBy: PersonId | null): Invite {
  const { email, singleUse, bound, expiresAt, overAt, revokedAt, openedAt, usedAt } = row
  const times = { expiresAt, overAt, revokedAt, openedAt, usedAt }
  return { email, isSingle: singleUse === 1, isBound: bound === 1, ...times, usedBy }
}

/** Notes of the invitations whose time is over that it is, for good. [ACCOUNT-20] */
export async function endInvites(database: Database, now: Millis): Promise<void> {
  const open = database.updateTable('invitations').set({ overAt: now }).where('overAt', 'is', null)
  await open.where('expiresAt', '<=', now).execute()
}

/** An invitation as those who hand out links see it. `undelivered`: what the mail server said, where its mail could not be delivered. */
export function rowOf(row: StoredInvite, undelivered: string | null, at: Millis): InviteRow {
  const { id, n, role, email, firstName, lastName, createdAt, expiresAt, sentAt } = row
  const { isSingle, isBound, ...invite } = inviteOf(row, row.person)
  const state = stateOf({ isSingle, isBound, ...invite }, at)
  return {
    id,
    n,
    role,
    email,
    firstName,
    lastName,
    state,
    createdAt,
    expiresAt,
    sentAt,
    undelivered,
    isSingle,
    isBound,
  }
}

/** The name of whom an invitation was written to; empty where none was given. */
export function nameOfInvitee({ firstName, lastName }: Pick<StoredInvite, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim()
}

/** How many have an invitation to each of these rooms that works. */
export async function invitedTo(
  database: Database,
  rooms: readonly RoomId[],
  now: Millis,
): Promise<Map<RoomId, number>> {
  if (rooms.length === 0) return new Map()
  const rows = await database
    .selectFrom('invitations')
    .select(['room', ({ fn }) => fn.countAll<number>().as('n')])
    .where('room', 'in', rooms)
    .where('revokedAt', 'is', null)
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .groupBy('room')
    .execute()
  return new Map(rows.map(({ room, n }) => [room, n]))
}
