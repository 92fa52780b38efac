import type { MemberKind, MemberRole } from '../../protocol/members.ts'
import type { Millis, RoomId } from '../../protocol/types.ts'
import { byNameOf, type ByName } from '../../rules/accounts/members.ts'
import type { Database } from '../database/database.ts'

type Known = { id: string; email: string; emailVerified: boolean }

/** What an account has in a room by who it is: as its owner, and what was given to it, its confirmed e-mail or its groups. [MEMBER-2] */
export async function byName(database: Database, room: RoomId, account: Known): Promise<ByName> {
  const { id, email, emailVerified } = account
  const rows = await database
    .selectFrom('memberships')
    .select('role')
    .where('room', '=', room)
    .where((eb) =>
      eb.or([
        eb.and([eb('kind', '=', 'account'), eb('subject', '=', id)]),
        ...(emailVerified ? [eb.and([eb('kind', '=', 'email'), eb('subject', '=', email)])] : []),
        eb.and([
          eb('kind', '=', 'group'),
          eb('subject', 'in', eb.selectFrom('accountGroups').select('name').where('account', '=', id)),
        ]),
      ]),
    )
    .execute()
  const owned = await database
    .selectFrom('roomOwners')
    .select('account')
    .where('room', '=', room)
    .where('account', '=', id)
    .executeTakeFirst()
  return byNameOf(
    rows.map(({ role }) => role),
    owned !== undefined,
  )
}

/** The accounts that a membership is about just now. */
export async function accountsOf(database: Database, kind: MemberKind, subject: string): Promise<Known[]> {
  const query = database.selectFrom('accounts').select(['id', 'email', 'emailVerified'])
  const rows = await (
    kind === 'account'
      ? query.where('id', '=', subject)
      : kind === 'email'
        ? query.where('email', '=', subject).where('emailVerified', '=', 1)
        : query.where('id', 'in', (eb) => eb.selectFrom('accountGroups').select('account').where('name', '=', subject))
  ).execute()
  return rows.map(({ emailVerified, ...row }) => ({ ...row, emailVerified: emailVerified !== 0 }))
}

/** Gives a role to somebody, instead of the one that they have. */
export async function putMember(
  database: Database,
  member: { room: RoomId; kind: MemberKind; subject: string; role: MemberRole; at: Millis },
): Promise<void> {
  const { role, at } = member
  await database
    .insertInto('memberships')
    .values(member)
    .onConflict((conflict) => conflict.columns(['room', 'kind', 'subject']).doUpdateSet({ role, at }))
    .execute()
}

/** Takes a role back that was given to somebody. */
export async function dropMember(
  database: Database,
  { room, kind, subject }: { room: RoomId; kind: MemberKind; subject: string },
): Promise<void> {
  await database
    .deleteFrom('memberships')
    .where('room', '=', room)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute()
}

// More would be no announcement any more.
const SPEAKERS_MAX = 12

/** Who was named a speaker of a room and has an account, in the order in which they were named. */
export async function speakersOf(database: Database, room: RoomId): Promise<{ name: string; role: 'speaker' }[]> {
  const rows = await database
    .selectFrom('memberships')
    .innerJoin('accounts', 'accounts.id', 'memberships.subject')
    .select('accounts.name')
    .where('room', '=', room)
    .where('kind', '=', 'account')
    .where('memberships.role', '=', 'speaker')
    .where('disabledAt', 'is', null)
    .orderBy('at')
    .limit(SPEAKERS_MAX)
    .execute()
  return rows.map(({ name }) => ({ name, role: 'speaker' }))
}
