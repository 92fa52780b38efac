import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readEmail } from '../../protocol/accounts.ts'
import {
  FormerMember,
  GROUP_MAX,
  HandOver,
  NewMember,
  type Member,
  type MemberKind,
  type MemberRole,
  type MembersPage,
} from '../../protocol/members.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { Id, type PersonId, type Role, type RoomId } from '../../protocol/types.ts'
import { mayGiveToMember } from '../../rules/accounts/members.ts'
import { audit } from '../accounts/audit-log.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import type { Room } from '../rooms/room.ts'
import { accountsOf, putMember, roleByWho } from './memberships.ts'

type Asked = { room: RoomId; live: Room; role: Role; person: PersonId }

/** The routes by which hosts say who has a role in a room by who they are. [MEMBER-5] */
export function memberRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, database, rooms, visitors } = context

  /** Answers only hosts and co-hosts of the room. */
  const forHosts = (answer: (asked: Asked, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const id = v.safeParse(v.object({ room: Id }), request.params)
      const live = id.success ? await rooms.room(id.output.room) : null
      if (!live) return reject(reply, 'room-unknown')
      if (live === 'elsewhere') return reject(reply, 'room-moved')
      if (live === 'deleted') return reject(reply, 'room-deleted')
      const known = await visitors.inRoom(request.headers.cookie, live)
      const you = known && (await live.whoIs(known.id))
      if (!you || !(you.role === 'host' || you.role === 'cohost')) return reject(reply, 'not-yours', live.room.hostName)
      return await answer({ room: live.room.id, live, role: you.role, person: you.id }, request, reply)
    }
  }

  const membersOf = async ({ room, role }: Asked): Promise<MembersPage> => {
    const rows = await database
      .selectFrom('memberships')
      .leftJoin('accounts', (join) =>
        join.onRef('accounts.id', '=', 'memberships.subject').on('memberships.kind', '=', 'account'),
      )
      .select(['kind', 'subject', 'memberships.role', 'accounts.name'])
      .where('room', '=', room)
      .orderBy('at')
      .execute()
    const members = rows.map((row): Member => ({ ...row, name: row.name ?? row.subject }))
    return { members, mayHandOver: role === 'host' }
  }

  /** What changed of a membership is so at once for who is inside. [MEMBER-4] */
  const takesEffect = async ({ room, live }: Asked, kind: MemberKind, subject: string) => {
    for (const account of await accountsOf(database, kind, subject))
      for (const person of await visitors.peopleOf(account.id, live))
        await live.setNamed(person, await roleByWho(database, room, account))
  }

  const roleOf = async (room: RoomId, kind: MemberKind, subject: string): Promise<MemberRole | null> => {
    const row = await database
      .selectFrom('memberships')
      .select('role')
      .where('room', '=', room)
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return row?.role ?? null
  }

  app.get(
    '/api/rooms/:room/members',
    forHosts(async (asked) => await membersOf(asked)),
  )

  app.post(
    '/api/rooms/:room/members',
    forHosts(async (asked, request, reply) => {
      const member = v.safeParse(NewMember, request.body)
      if (!member.success) return reject(reply, 'bad-request')
      const { kind, role } = member.output
      const read = kind === 'email' ? readEmail(member.output.subject) : readGroup(member.output.subject)
      if ('fault' in read) return reject(reply, read.fault)
      const typed = 'email' in read ? read.email : read.group
      // Who has confirmed the e-mail is meant, also after changing it.
      const [account] = kind === 'email' ? await accountsOf(database, kind, typed) : []
      const [of, subject]: [MemberKind, string] = account ? ['account', account.id] : [kind, typed]
      const before = await roleOf(asked.room, of, subject)
      if (!mayGiveToMember(asked.role, role) || (before && !mayGiveToMember(asked.role, before)))
        return reject(reply, 'not-allowed')
      await putMember(database, { room: asked.room, kind: of, subject, role, at: clock.now() })
      await takesEffect(asked, of, subject)
      return await membersOf(asked)
    }),
  )

  app.post(
    '/api/rooms/:room/members/remove',
    forHosts(async (asked, request, reply) => {
      const member = v.safeParse(FormerMember, request.body)
      if (!member.success) return reject(reply, 'bad-request')
      const { kind, subject } = member.output
      const before = await roleOf(asked.room, kind, subject)
      if (before && !mayGiveToMember(asked.role, before)) return reject(reply, 'not-allowed')
      await database
        .deleteFrom('memberships')
        .where('room', '=', asked.room)
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .execute()
      await takesEffect(asked, kind, subject)
      return await membersOf(asked)
    }),
  )

  app.post(
    '/api/rooms/:room/hand-over',
    forHosts(async (asked, request, reply) => {
      const wish = v.safeParse(HandOver, request.body)
      if (!wish.success) return reject(reply, 'bad-request')
      if (asked.role !== 'host') return reject(reply, 'not-yours', asked.live.room.hostName)
      const email = readEmail(wish.output.email)
      if ('fault' in email) return reject(reply, email.fault)
      const to = await database
        .selectFrom('accounts')
        .select(['id', 'disabledAt'])
        .where('email', '=', email.email)
        .executeTakeFirst()
      if (!to || to.disabledAt !== null) return reject(reply, 'account-unknown')
      const { room, live, person } = asked
      const before = await database
        .selectFrom('roomOwners')
        .select('account')
        .where('room', '=', room)
        .executeTakeFirst()
      if (before?.account === to.id) return await membersOf(asked)
      const at = clock.now()
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('roomOwners')
          .values({ room, account: to.id, at })
          .onConflict((conflict) => conflict.column('room').doUpdateSet({ account: to.id, at }))
          .execute()
        await audit(transaction, { at, by: before?.account ?? null, act: 'room-handed-over', about: to.id })
      })
      const stored = await stepDown(live, person)
      if (stored) return reject(reply, stored)
      if (before) await takesEffect(asked, 'account', before.account)
      await takesEffect(asked, 'account', to.id)
      return await membersOf({ ...asked, role: 'cohost' })
    }),
  )
}

/** Of a host by their own role a co-host stays, at once where they are inside. Resolves to why not, or null. */
async function stepDown(live: Room, person: PersonId): Promise<Refusal | null> {
  const known = await live.people.byId(person)
  if (known?.role !== 'host') return null
  const stored = await live.people.put({ ...known, role: 'cohost' })
  if (stored !== 'stored') return stored
  await live.put(live.session.id, { type: 'roleByName', person, role: 'cohost' })
  return null
}

/** Reads the name of a group as it is typed. */
function readGroup(typed: string): { group: string } | { fault: 'bad-request' } {
  const name = typed.trim()
  return name === '' || name.length > GROUP_MAX ? { fault: 'bad-request' } : { group: name }
}
