import * as v from 'valibot'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { RoomForm, type Templates } from '../../protocol/rooms.ts'
import type { Millis } from '../../protocol/types.ts'
import type { Account } from '../accounts/accounts.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

/** Whose rooms and templates: an account's, and those of guests by their hashes. [MINE-1] */
export type Mine = { account: Pick<Account, 'id' | 'email' | 'emailVerified'> | null; guests: string[] }

/** The most templates that one keeps. */
export const TEMPLATES_MAX = 50

const Form = v.pipe(v.string(), v.parseJson(), RoomForm)

const ofMine =
  ({ account, guests }: Mine) =>
  (where: ExpressionBuilder<Tables, 'roomTemplates'>): Expression<SqlBool> =>
    where.or([where('account', '=', account?.id ?? null), where('guest', 'in', guests)])

/** One's templates, the newest first. One that cannot be read any more is left out. */
export async function templatesOf(database: Database, mine: Mine): Promise<Templates> {
  const rows = await database
    .selectFrom('roomTemplates')
    .select(['id', 'name', 'form'])
    .where(ofMine(mine))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(TEMPLATES_MAX)
    .execute()
  const read = rows.map(({ form, ...row }) => ({ ...row, form: v.safeParse(Form, form) }))
  return { templates: read.flatMap(({ form, ...row }) => (form.success ? [{ ...row, form: form.output }] : [])) }
}

/** Keeps a template. False where there are as many as one may have. */
export async function keepTemplate(
  database: Database,
  mine: Mine,
  { id, name, form, at }: { id: string; name: string; form: RoomForm; at: Millis },
): Promise<boolean> {
  if ((await templatesOf(database, mine)).templates.length >= TEMPLATES_MAX) return false
  const [guest = null] = mine.account === null ? mine.guests : []
  const row = { id, account: mine.account?.id ?? null, guest, name, form: JSON.stringify(form), at }
  await database.insertInto('roomTemplates').values(row).execute()
  return true
}

/** Deletes one of one's own templates. False where there is none of this id. */
export async function dropTemplate(database: Database, mine: Mine, id: string): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('roomTemplates')
    .where('id', '=', id)
    .where(ofMine(mine))
    .executeTakeFirst()
  return numDeletedRows > 0n
}
