import PQueue from 'p-queue'
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
import type { PersonId, Role, RoomId } from '../../protocol/types.ts'
import { isFresh } from '../../rules/accounts/fresh.ts'
import { mayGiveToMember } from '../../rules/accounts/members.ts'
import { can } from '../../rules/permissions/policy.ts'
import { ownerOf } from '../accounts/room-owners.ts'
import { Tries } from '../accounts/tries.ts'
import type { AppContext } from '../app-context.ts'
import { networkOf } from '../http/client-address.ts'
import { reject } from '../http/rejections.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'
import type { Room } from '../rooms/room.ts'
import { handOver, takesEffect } from './hand-over.ts'
import { accountsOf, dropMember, putMember } from './memberships.ts'

type Asked = { room: RoomId; live: Room; role: Role; person: PersonId }

const CHANGES_PER_MINUTE = 120
// Enough for the speakers of a day, and too few to try out whose e-mails have accounts.
const EMAIL = { burst: 30, perSecond: 1 / 60 }
const changes = { config: { rateLimit: { max: CHANGES_PER_MINUTE, timeWindow: 60_000 } } }

/** The routes by which hosts say who has a role in a room by who they are. [MEMBER-5] */
export function memberRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, database } = context
  const access = new RoomAccess(context)
  const tries = new Tries(clock)
  const emailTries = new Tries(clock, { here: EMAIL, anywhere: EMAIL })
  const oneByOne = new PQueue({ concurrency: 1 })

  /** Answers only who may do this with the room. */
  const forHosts = (
    verb: 'setMembers' | 'handOver',
    answer: (asked: Asked, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
  ) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const found = await access.roomFor(askedIn(request), verb)
      if ('refusal' in found)
        return reject(reply, found.refusal === 'not-allowed' ? 'not-yours' : found.refusal, found.host)
      const { live, who } = found
      return await answer({ room: live.room.id, live, role: who.role, person: who.id }, request, reply)
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
    return { members, mayHandOver: can({ role }, 'handOver') }
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
    forHosts('setMembers', async (asked) => await membersOf(asked)),
  )

  app.post(
    '/api/rooms/:room/members',
    changes,
    forHosts('setMembers', async (asked, request, reply) => {
      const member = v.safeParse(NewMember, request.body)
      if (!member.success) return reject(reply, 'bad-request')
      const { kind, role } = member.output
      const read = kind === 'email' ? readEmail(member.output.subject) : readGroup(member.output.subject)
      if ('fault' in read) return reject(reply, read.fault)
      const typed = 'email' in read ? read.email : read.group
      // The answer tells who has an account, and its name.
      if (kind === 'email' && !emailTries.take(request, networkOf(request.ip), reply)) return reject(reply, 'too-fast')
      // Who has confirmed the e-mail is meant, also after changing it.
      const [account] = kind === 'email' ? await accountsOf(database, kind, typed) : []
      const [of, subject]: [MemberKind, string] = account ? ['account', account.id] : [kind, typed]
      const { room } = asked
      // What was given to the e-mail before it was confirmed is given to the same person.
      const before = [await roleOf(room, of, subject), account ? await roleOf(room, kind, typed) : null]
      const given = [role, ...before.filter((each) => each !== null)]
      if (!given.every((each) => mayGiveToMember(asked.role, each))) return reject(reply, 'not-allowed')
      await database.transaction().execute(async (transaction) => {
        if (account) await dropMember(transaction, { room, kind, subject: typed })
        await putMember(transaction, { room, kind: of, subject, role, at: clock.now() })
      })
      await takesEffect(context, asked.live, { kind: of, subject })
      return await membersOf(asked)
    }),
  )

  app.post(
    '/api/rooms/:room/members/remove',
    changes,
    forHosts('setMembers', async (asked, request, reply) => {
      const member = v.safeParse(FormerMember, request.body)
      if (!member.success) return reject(reply, 'bad-request')
      const { kind, subject } = member.output
      const before = await roleOf(asked.room, kind, subject)
      if (before && !mayGiveToMember(asked.role, before)) return reject(reply, 'not-allowed')
      await dropMember(database, { room: asked.room, kind, subject })
      await takesEffect(context, asked.live, { kind, subject })
      return await membersOf(asked)
    }),
  )

  app.post(
    '/api/rooms/:room/hand-over',
    changes,
    forHosts('handOver', async (asked, request, reply) => {
      const wish = v.safeParse(HandOver, request.body)
      if (!wish.success) return reject(reply, 'bad-request')
      const email = readEmail(wish.output.email)
      if ('fault' in email) return reject(reply, email.fault)
      const owner = await context.accounts.who(request.headers.cookie)
      if (owner && !isFresh(owner.provenAt, clock.now())) return reject(reply, 'sign-in-again')
      // The answer tells who has an account: not many, from wherever rooms are made for it.
      if (!tries.take(request, networkOf(request.ip), reply)) return reject(reply, 'too-fast')
      const to = await database
        .selectFrom('accounts')
        .select(['id', 'disabledAt'])
        .where('email', '=', email.email)
        .where('emailVerified', '=', 1)
        .executeTakeFirst()
      if (!to || to.disabledAt !== null) return reject(reply, 'account-unknown')
      const { live, room } = asked
      const refusal = await oneByOne.add(async () => {
        // Of two presses the second comes from who is the host no more.
        const again = await access.roomFor(askedIn(request), 'handOver')
        if ('refusal' in again) return 'not-yours'
        const from = await ownerOf(database, room)
        if (from === to.id) return null
        return await handOver(context, live, { from, to: to.id, host: again.who.id, at: clock.now() })
      })
      if (refusal) return reject(reply, refusal, live.room.hostName)
      return await membersOf({ ...asked, role: (await live.whoIs(asked.person))?.role ?? 'cohost' })
    }),
  )
}

/** Reads the name of a group as it is typed. */
function readGroup(typed: string): { group: string } | { fault: 'bad-request' } {
  const name = typed.trim()
  return name === '' || name.length > GROUP_MAX ? { fault: 'bad-request' } : { group: name }
}
