import * as v from 'valibot'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  NewInvites,
  type InviteMade,
  type InvitePage,
  type InviteRow,
  type InvitesMade,
  SendInvites,
  type InvitesSent,
} from '../../protocol/portal/invites.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { LinkRole, PersonId } from '../../protocol/types.ts'
import { readInvitees } from '../../rules/invites/read-invitees.ts'
import { mayInvite } from '../../rules/invites/use-invite.ts'
import type { AppContext } from '../app-context.ts'
import { networkOf } from '../http/client-address.ts'
import { reject } from '../http/rejections.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'
import { Buckets } from '../realtime/rate-limits.ts'
import { keyOf, newId } from '../secrets.ts'
import type { StoredRoom } from '../store/store.ts'
import {
  addInvites,
  changeInvite,
  countInvites,
  invitesBefore,
  invitesById,
  rowOf,
  type StoredInvite,
} from './invite-rows.ts'
import { mailKeyOf, sendAgain, undeliveredOf } from './invite-mails.ts'
import { newInvite } from './new-invite.ts'
import { refusedToSend, sendInvites } from './send-invites.ts'

// A thousand addresses with their names, in letters of three bytes.
const LIST_BODY_MAX = 2_000_000
// Filling the disk is what is to be limited.
const INVITES_OF_ROOM_MAX = 20_000
const LISTS_PER_MINUTE = 30
const CHANGES_PER_MINUTE = 240

// A room and a network send so many invitations at once, and as many again within a day: it is no way to write to the world.
const MAILS = { burst: 3_000, perSecond: 3_000 / 86_400 }

type Path = { Params: { room: string; id?: string } }
type Request = FastifyRequest<Path>
/** Who asks and hands out a room's links, and for which roles. */
type Inviter = { room: StoredRoom; by: PersonId; name: string; may: (role: LinkRole) => boolean }
type Answered<T> = { ok: T } | { refusal: Refusal }

/** The routes of invitations, for those who hand out a room's links. [LINK-4] [LINK-10] */
export function inviteRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, config, database } = context
  const access = new RoomAccess(context)
  const mails = new Buckets(MAILS.perSecond, MAILS.burst)
  const shownAll = async (rows: readonly StoredInvite[]): Promise<InviteRow[]> => {
    const undelivered = await undeliveredOf(database, rows)
    return rows.map((row) => rowOf(row, undelivered.get(row.id) ?? null, clock.now()))
  }
  const addressOf = (token: string) => new URL(`/i/${token}`, config.url).href
  const madeOf = (row: StoredInvite, token: string): InviteMade => ({
    // It has no mail yet.
    invite: rowOf(row, null, clock.now()),
    token,
    address: addressOf(token),
  })

  /** Answers only those who hand out links, and names the host beside each refusal. */
  const asInviter = <T>(answer: (inviter: Inviter, request: Request) => Promise<Answered<T>>) => {
    return async (request: Request, reply: FastifyReply) => {
      const asked = await access.roomFor(askedIn(request), 'handOutLinks')
      if ('refusal' in asked) return reject(reply, asked.refusal, asked.host)
      const { who } = asked
      const { room } = asked.live
      const answered = await answer({ room, by: who.id, name: who.name, may: (role) => mayInvite(who, role) }, request)
      return 'refusal' in answered ? reject(reply, answered.refusal, room.hostName) : answered.ok
    }
  }

  /** One of the room's invitations, of a role that who asks could give. */
  async function found({ room, may }: Inviter, id = ''): Promise<StoredInvite | Refusal> {
    const [invite] = await invitesById(database, room.id, [id])
    if (!invite) return 'invite-unknown'
    return may(invite.role) ? invite : 'not-allowed'
  }

  async function answerOf(row: StoredInvite | null): Promise<Answered<InviteRow>> {
    const [shown] = row ? await shownAll([row]) : []
    return shown ? { ok: shown } : { refusal: 'invite-unknown' }
  }

  /** Whether so many mails may go from that room and that network just now. */
  function mayMail(room: StoredRoom, { ip }: Request, many: number): boolean {
    return [room.id, networkOf(ip)].every((of) => mails.take(of, clock.monotonic(), many))
  }

  app.post<Path>(
    '/api/rooms/:room/invites',
    { ...perMinute(LISTS_PER_MINUTE), bodyLimit: LIST_BODY_MAX, errorHandler: tooLong },
    asInviter<InvitesMade>(async ({ room, by, may }, request) => {
      const asked = v.safeParse(NewInvites, request.body)
      if (!asked.success) return { refusal: 'bad-request' }
      if (!may(asked.output.role)) return { refusal: 'not-allowed' }
      const read = readInvitees(asked.output)
      if ('fault' in read) return { refusal: read.fault }
      if ((await countInvites(database, room.id)) + read.people.length > INVITES_OF_ROOM_MAX)
        return { refusal: 'invites-full' }
      const { people, wrong, merged } = read
      const at = clock.now()
      const tokens = new Map(people.map((person) => [newId(), person]))
      const rows = [...tokens].map(([token, person]) =>
        newInvite(asked.output, person, { room: room.id, by, at, token }),
      )
      const kept = await addInvites(database, rows)
      const byKey = new Map([...tokens.keys()].map((token) => [keyOf(token), token]))
      const made = kept.map((row) => madeOf(row, byKey.get(row.key) ?? ''))
      return { ok: { made, wrong, merged } }
    }),
  )

  app.get<Path>(
    '/api/rooms/:room/invites',
    asInviter<InvitePage>(async ({ room }, request) => {
      const asked = v.safeParse(Asked, request.query)
      if (!asked.success) return { refusal: 'bad-request' }
      const { rows, more } = await invitesBefore(database, room.id, asked.output.before)
      return { ok: { invites: await shownAll(rows), more } }
    }),
  )

  app.post<Path>(
    '/api/rooms/:room/invites/:id/revoke',
    perMinute(CHANGES_PER_MINUTE),
    asInviter<InviteRow>(async (inviter, request) => {
      const invite = await found(inviter, request.params.id)
      if (typeof invite === 'string') return { refusal: invite }
      const revokedAt = invite.revokedAt ?? clock.now()
      const changed = await changeInvite(database, invite, { revokedAt })
      return await answerOf(changed)
    }),
  )

  // The address of before leads nowhere then, and whoever came by it stays. [LINK-9]
  app.post<Path>(
    '/api/rooms/:room/invites/:id/anew',
    perMinute(CHANGES_PER_MINUTE),
    asInviter<InviteMade>(async (inviter, request) => {
      const invite = await found(inviter, request.params.id)
      if (typeof invite === 'string') return { refusal: invite }
      const at = clock.now()
      const token = newId()
      const changed = await changeInvite(database, invite, {
        key: keyOf(token),
        createdAt: at,
        by: inviter.by,
        expiresAt: invite.expiresAt === null ? null : at + (invite.expiresAt - invite.createdAt),
        ...NOT_USED,
      })
      return changed ? { ok: madeOf(changed, token) } : { refusal: 'invite-unknown' }
    }),
  )

  app.post<Path>(
    '/api/rooms/:room/invites/:id/again',
    perMinute(CHANGES_PER_MINUTE),
    asInviter<InviteRow>(async (inviter, request) => {
      const invite = await found(inviter, request.params.id)
      if (typeof invite === 'string') return { refusal: invite }
      const { room, name } = inviter
      if (!mayMail(room, request, 1)) return { refusal: 'mails-later' }
      const refusal = await sendAgain(context, { room, by: name, row: invite })
      if (refusal) return { refusal }
      const [now] = await invitesById(database, room.id, [invite.id])
      return await answerOf(now ?? null)
    }),
  )

  app.post<Path>(
    '/api/rooms/:room/invites/send',
    { ...perMinute(LISTS_PER_MINUTE), bodyLimit: LIST_BODY_MAX },
    asInviter<InvitesSent>(async ({ room, name, may }, request) => {
      const asked = v.safeParse(SendInvites, request.body)
      if (!asked.success) return { refusal: 'bad-request' }
      const tokens = new Map(asked.output.invites.map(({ id, token }) => [id, token]))
      const rows = await invitesById(database, room.id, [...tokens.keys()])
      const refusal = refusedToSend(rows, tokens, clock.now())
      if (refusal) return { refusal }
      if (!rows.every(({ role }) => may(role))) return { refusal: 'not-allowed' }
      if (!mayMail(room, request, rows.length)) return { refusal: 'mails-later' }
      const sent = rows.map((row) => ({ row, address: addressOf(tokens.get(row.id) ?? ''), key: mailKeyOf(row) }))
      return { ok: await sendInvites(context, { room, by: name, invites: sent }) }
    }),
  )
}

const NOT_USED = { revokedAt: null, sentAt: null, openedAt: null, usedAt: null, person: null }

const Asked = v.object({
  before: v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0)), String(Number.MAX_SAFE_INTEGER)),
})

const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })

/** A list that is larger than any that can be right is not read at all. */
function tooLong(fault: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  if (fault.statusCode !== 413) throw fault
  reject(reply, 'list-long')
}
