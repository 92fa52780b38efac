import { sql } from 'kysely'
import type { PersonId, RoomId } from '../../../protocol/types.ts'
import type { AppContext } from '../../app-context.ts'

/** Somebody with an account who is written to. */
export type Reader = {
  id: string
  name: string
  email: string
  language: string | null
  timeZone: string | null
  remindDay: number
  remindHour: number
}

type Needs = Pick<AppContext, 'database' | 'visitors'>

// So many are looked at in one query; other work goes on between two.
const PAGE = 500

const COLUMNS = ['id', 'name', 'email', 'language', 'timeZone', 'remindDay', 'remindHour'] as const

/** Who has confirmed the e-mail and wants reminders, and whose the hashes are under which they are known in rooms: the same for every room. */
export type Wanting = { readers: Reader[]; accountOf: ReadonlyMap<string, string> }

/** Reads them, with other work between two pages. */
export async function readWanting({ database, visitors }: Needs): Promise<Wanting> {
  const readers: Reader[] = []
  const accountOf = new Map<string, string>()
  for (let page = await wantingAfter(database, ''); page.length > 0;) {
    readers.push(...page)
    for (const [hash, account] of await visitors.hashesOf(page.map(({ id }) => id))) accountOf.set(hash, account)
    page = page.length < PAGE ? [] : await wantingAfter(database, page.at(-1)?.id ?? '')
  }
  return { readers, accountOf }
}

/**
 * Who of them has a part in a room: the owner, the members, who was invited by mail, and who is known there; nobody who was `removed` from it.
 * [REMIND-2]
 */
export async function readersOf(
  database: AppContext['database'],
  room: RoomId,
  removed: ReadonlyMap<PersonId, unknown>,
  { readers, accountOf }: Wanting,
): Promise<Reader[]> {
  const members = await membersOf(database, room)
  const people = sql<{
    id: string
    guest: string
  }>`SELECT id, guest FROM people WHERE room = ${room} AND guest IS NOT NULL`
  const gone = new Set<string>()
  for (const { id, guest } of (await people.execute(database)).rows) {
    const account = accountOf.get(guest)
    if (account !== undefined) (removed.has(id) ? gone : members).add(account)
  }
  return readers.filter(({ id }) => members.has(id) && !gone.has(id))
}

/** Accounts that want reminders, in the order of their ids. */
async function wantingAfter(database: AppContext['database'], after: string): Promise<Reader[]> {
  return await database
    .selectFrom('accounts')
    .select(COLUMNS)
    .where('id', '>', after)
    .where('disabledAt', 'is', null)
    .where('emailVerified', '=', 1)
    .where((row) => row.or([row('remindDay', '=', 1), row('remindHour', '=', 1)]))
    .orderBy('id')
    .limit(PAGE)
    .execute()
}

/** The accounts that have a role in a room by who they are, or were invited by mail. [MEMBER-1] [MEMBER-2] */
async function membersOf(database: AppContext['database'], room: RoomId): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT account AS id FROM roomOwners WHERE room = ${room}
    UNION SELECT subject FROM memberships WHERE room = ${room} AND kind = 'account'
    UNION SELECT a.id FROM memberships m JOIN accounts a ON a.email = m.subject AND a.emailVerified = 1
      WHERE m.room = ${room} AND m.kind = 'email'
    UNION SELECT a.id FROM invitations i JOIN accounts a ON a.email = i.email AND a.emailVerified = 1
      WHERE i.room = ${room} AND i.sentAt IS NOT NULL AND i.revokedAt IS NULL
    UNION SELECT g.account FROM memberships m JOIN accountGroups g ON g.name = m.subject WHERE m.room = ${room} AND m.kind = 'group'
  `.execute(database)
  return new Set(rows.map(({ id }) => id))
}

/** The accounts that were reminded of a room or invited into it by mail, whatever they want by now. [REMIND-5] */
export async function toldOf(database: AppContext['database'], room: RoomId): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    SELECT ${sql.join(COLUMNS.map((name) => sql.ref(name)))} FROM accounts WHERE disabledAt IS NULL AND (
      id IN (SELECT account FROM reminded WHERE room = ${room})
      OR (emailVerified = 1 AND email IN (
        SELECT email FROM invitations WHERE room = ${room} AND sentAt IS NOT NULL AND revokedAt IS NULL)))
  `.execute(database)
  return rows
}
