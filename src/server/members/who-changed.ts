import type { AppContext } from '../app-context.ts'
import { byName } from './memberships.ts'

type Needs = Pick<AppContext, 'database' | 'rooms' | 'visitors'>

/**
 * Whose e-mail or groups have become others has other roles by them at once where they are inside. `subjects`: the e-mails and groups of
 * before and of now. [MEMBER-4]
 */
export async function whoChanged(
  { database, rooms, visitors }: Needs,
  account: string,
  subjects: readonly string[],
): Promise<void> {
  const who = await database
    .selectFrom('accounts')
    .select(['id', 'email', 'emailVerified'])
    .where('id', '=', account)
    .executeTakeFirst()
  if (!who || subjects.length === 0) return
  const known = { ...who, emailVerified: who.emailVerified !== 0 }
  const named = await database
    .selectFrom('memberships')
    .select('room')
    .distinct()
    .where('kind', 'in', ['email', 'group'])
    .where('subject', 'in', subjects)
    .execute()
  for (const { room } of named) {
    const live = await rooms.inMemory(room)
    if (!live) continue
    for (const person of await visitors.peopleOf(account, live))
      await live.setNamed(person, await byName(database, room, known))
  }
}
