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

/**
 * Who has a part in a room, has confirmed the e-mail and wants reminders: the owner, the members, who was invited by mail, and who is known
 * there; nobody who was `removed` from it. [REMIND-2]
 */
export async function readersOf(
  { database, visitors }: Needs,
  room: RoomId,
  removed: ReadonlyMap<PersonId, unknown>,
): Promise<Reader[]> {
  const members = await membersOf(database, room)
  const people = await sql<{
    id: string
    guest: string
  }>`SELECT id, guest FROM people WHERE room = ${room} AND guest IS NOT NULL`.execute(database)
  const personOf = new Map(people.rows.map(({ id, guest }) => [guest, id]))
  const readers: Reader[] = []
  for (let after = ''; ;) {
    const page = await wantingAfter(database, after)
    const ids = page.map(({ id }) => id)
    const hashes = personOf.size === 0 || ids.length === 0 ? [] : [...(await visitors.hashesOf(ids))]
    const places = hashes.flatMap(([hash, account]) => {
      const person = personOf.get(hash)
      return person === undefined ? [] : [{ account, isRemoved: removed.has(person) }]
    })
    const known = new Set(places.map(({ account }) => account))
    const gone = new Set(places.flatMap(({ account, isRemoved }) => (isRemoved ? [account] : [])))
    readers.push(...page.filter(({ id }) => (members.has(id) || known.has(id)) && !gone.has(id)))
    after = ids.at(-1) ?? ''
    if (page.length < PAGE) return readers
  }
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
