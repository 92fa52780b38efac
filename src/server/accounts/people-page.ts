import * as v from 'valibot'
import type { AdminPeople } from '../../protocol/accounts.ts'
import type { Language } from '../../protocol/language.ts'
import { listPeople, type Listed } from '../../rules/accounts/people-list.ts'
import type { Database } from '../database/database.ts'

const AT_A_TIME = 100

/** At whom a page ends, as it was then: they may be called otherwise by the next, or be gone. */
const Cursor = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.transform((text) => Buffer.from(text, 'base64url').toString()),
  v.parseJson(),
  v.object({ name: v.string(), email: v.string(), id: v.string() }),
)

/** A hundred accounts in the order of a language, with what administrators see of them. A cursor that is none is the beginning. [ACCOUNT-21] */
export async function peoplePage(
  database: Database,
  { search, language, after }: { search: string; language: Language; after: string },
): Promise<AdminPeople> {
  const cursor = v.safeParse(Cursor, after)
  const all = await database.selectFrom('accounts').select(['id', 'name', 'email']).execute()
  const from = cursor.success ? cursor.output : null
  const found = listPeople(all, { search, language, after: from, most: AT_A_TIME + 1 })
  const shown = found.slice(0, AT_A_TIME)
  const last = shown.at(-1)
  return { people: await shownOf(database, shown), next: last && found.length > AT_A_TIME ? cursorOf(last) : null }
}

async function shownOf(database: Database, people: readonly Listed[]) {
  const rows = await database
    .selectFrom('accounts')
    .select(['id', 'name', 'email', 'role', 'disabledAt', 'createdAt'])
    .select((eb) =>
      eb
        .selectFrom('roomOwners')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('roomOwners.account', '=', 'accounts.id')
        .as('rooms'),
    )
    .where(
      'id',
      'in',
      people.map(({ id }) => id),
    )
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  // Who is gone since they were listed is left out.
  return people.flatMap(({ id }) => {
    const row = known.get(id)
    if (!row) return []
    const { disabledAt, createdAt, rooms, ...person } = row
    return [{ ...person, isDisabled: disabledAt !== null, rooms: rooms ?? 0, createdAt: Date.parse(createdAt) }]
  })
}

function cursorOf({ name, email, id }: Listed): string {
  return Buffer.from(JSON.stringify({ name, email, id })).toString('base64url')
}
