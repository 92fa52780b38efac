import type { Language } from '../../../protocol/language.ts'
import type { Millis, PersonId, RoomId } from '../../../protocol/types.ts'
import type { Database } from '../../database/database.ts'

/** Somebody who was invited by mail, and has no account with that e-mail confirmed. `person`: who came by it. */
export type Invitee = {
  id: string
  name: string
  email: string
  language: Language
  expiresAt: Millis | null
  person: PersonId | null
  wantsReminders: boolean
}

/** Who was invited into a room by mail, each e-mail once; none whose invitation was revoked. */
export async function inviteesOf(database: Database, room: RoomId): Promise<Invitee[]> {
  const rows = await database
    .selectFrom('invitations')
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.email', '=', 'invitations.email').on('accounts.emailVerified', '=', 1),
    )
    .leftJoin('remindersEnded', 'remindersEnded.email', 'invitations.email')
    .select(['invitations.id', 'firstName', 'lastName', 'invitations.email', 'invitations.language', 'expiresAt'])
    .select(['person', 'remindersEnded.email as ended'])
    .where('room', '=', room)
    .where('invitations.email', '!=', '')
    .where('sentAt', 'is not', null)
    .where('revokedAt', 'is', null)
    .where('accounts.id', 'is', null)
    .orderBy('n')
    .execute()
  const each = rows.map(({ firstName, lastName, ended, ...row }) => ({
    ...row,
    name: `${firstName} ${lastName}`.trim(),
    wantsReminders: ended === null,
  }))
  return [...new Map(each.map((invitee) => [invitee.email, invitee])).values()]
}

/** Writes down that an e-mail wants no more reminders, by an invitation that was sent to it. False where there is none. [REMIND-4] */
export async function endReminders(database: Database, invitation: string, at: Millis): Promise<boolean> {
  const query = database.selectFrom('invitations').select('email').where('id', '=', invitation)
  const found = await query.executeTakeFirst()
  if (!found) return false
  await database
    .insertInto('remindersEnded')
    .values({ email: found.email, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}
