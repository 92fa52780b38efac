import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { Entry, type LinkPage, type Links, type RoomMade } from '../../protocol/http.ts'
import { readName } from '../../protocol/names.ts'
import { LinkRole, type RoomId } from '../../protocol/types.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { refusedToOpen, refusedToUse } from '../../rules/invites/use-invite.ts'
import { isRehearsing } from '../../rules/rehearsal/rehearsal.ts'
import { roleByLink } from '../../rules/permissions/policy.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from './rejections.ts'
import { invited } from '../rooms/room-people.ts'
import { keyOf, linkToken, newId } from '../secrets.ts'
import type { StoredLink, StoredRoom } from '../store/store.ts'
import { markOpened, nameOfInvitee, releaseInvite } from '../invites/invite-rows.ts'
import { comerBy, openInvite, letInBy, type OpenInvite } from '../invites/open-invite.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'
import { Buckets } from '../realtime/rate-limits.ts'

// Guessing 128 bits needs no limit; filling the disk does. A whole hall may come from one address.
export const ENTRIES_PER_MINUTE = 3_000
const REVOCATIONS_PER_MINUTE = 60

// An email of an invitation is tried ten times, then once a minute.
const TRIES = { burst: 10, perSecond: 1 / 60 }

/** What an address opens; `refusal`: why it lets nobody in, whoever comes. */
type Opened = { role: LinkRole; room: StoredRoom; invite: OpenInvite | null; refusal: Refusal | null }

const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })

/** The routes by which somebody comes in by an invite link, and by which one is taken back. */
export function links(app: FastifyInstance, context: AppContext): void {
  const { store, secrets, clock, database, visitors } = context
  const access = new RoomAccess(context)
  const tries = new Buckets(TRIES.perSecond, TRIES.burst)

  /** The link or invitation of an address with its room; one that lets nobody in still knows whom to ask. */
  async function opened(token: string): Promise<Opened | null> {
    const key = keyOf(token)
    const link = await store.linkByKey(key)
    const invite = link ? null : await openInvite(context, key)
    const found = link ?? invite?.row
    const room = found && (await store.room(found.room))
    if (!found || !room) return null
    const refused =
      link && link.revokedAt !== null ? 'link-revoked' : invite && refusedToOpen(invite.rules, clock.now())
    const refusal = refused ?? (room.deletedAt == null ? null : 'room-deleted')
    return { role: found.role, room, invite, refusal }
  }

  app.get<{ Params: { token: string } }>('/api/links/:token', limited(ENTRIES_PER_MINUTE), async (request, reply) => {
    const found = await opened(request.params.token)
    if (!found) return reject(reply, 'link-unknown')
    const { role, room, invite, refusal } = found
    if (refusal) return reject(reply, refusal, room.hostName)
    const { cookie } = request.headers
    const you = await visitors.whoIs(cookie, room.id, async (key) => await store.personByKey(room.id, key))
    const comer = invite && (await comerBy(context, { cookie, person: you?.id ?? null, email: undefined }))
    const refused = invite && comer && refusedToUse(invite.rules, comer, clock.now())
    if (refused && refused !== 'email-asked') return reject(reply, refused, room.hostName)
    return {
      room: room.id,
      name: room.name,
      host: room.hostName,
      role,
      you: you?.name ?? null,
      invite: invite && whomIs(invite.row, refused === 'email-asked'),
    } satisfies LinkPage
  })

  // A GET changes nothing: the page says by itself that somebody has it before them. [LINK-9]
  app.post<{ Params: { token: string } }>(
    '/api/links/:token/opened',
    limited(ENTRIES_PER_MINUTE),
    async (request, reply) => {
      const found = await opened(request.params.token)
      if (!found) return reject(reply, 'link-unknown')
      if (found.invite) await markOpened(database, found.invite.row.id, clock.now())
      return reply.code(204).send()
    },
  )

  app.post<{ Params: { token: string } }>('/api/links/:token', limited(ENTRIES_PER_MINUTE), async (request, reply) => {
    const found = await opened(request.params.token)
    if (!found) return reject(reply, 'link-unknown')
    const { role: given, room, invite, refusal } = found
    if (refusal) return reject(reply, refusal, room.hostName)
    const entry = v.safeParse(Entry, request.body)
    if (!entry.success) return reject(reply, 'bad-request', room.hostName)
    const live = await context.rooms.room(room.id)
    if (!live) return reject(reply, 'link-unknown')
    if (live === 'elsewhere') return reject(reply, 'room-moved', room.hostName)
    if (live === 'deleted') return reject(reply, 'room-deleted', room.hostName)
    const { cookie } = request.headers
    const known = await visitors.inRoom(cookie, live)
    const typed = readName(entry.output.name ?? known?.name ?? '')
    if ('fault' in typed) return reject(reply, typed.fault, room.hostName)
    const { bot, email } = entry.output
    // Nobody becomes a bot, and no bot somebody; none is invited. [REHEARSE-3]
    if ((bot && (invite || !isRehearsing(live.session))) || (known && known.bot !== bot))
      return reject(reply, 'not-allowed', room.hostName)
    // What was taken by hand does not come back by a link. [ROLE-6] A bot is a viewer, whatever its link gives.
    const role =
      known?.lowered || bot ? (known?.role ?? 'participant') : roleByLink(known?.role ?? 'participant', given)
    const id = known?.id ?? newId()
    if (invite) {
      // Whoever has a link that is not theirs could try all addresses they know of.
      if (email !== undefined && !tries.take(invite.row.id, clock.monotonic()))
        return reject(reply, 'too-fast', room.hostName)
      const comer = await comerBy(context, { cookie, person: known?.id ?? null, email })
      const refused = await letInBy(context, invite, comer, id)
      if (refused) return reject(reply, refused, room.hostName)
    }
    const person = known
      ? { ...invited(known), name: typed.name, role, seenAt: clock.now() }
      : {
          id,
          room: room.id,
          name: typed.name,
          role,
          ...(await visitors.keysFor(cookie, room.id, reply)),
          lowered: false,
          ...(bot && { bot }),
          seenAt: clock.now(),
        }
    const stored = await live.people.put(person)
    if (stored !== 'stored') {
      if (invite?.rules.usedBy === null) await releaseInvite(database, invite.row.id, id)
      return reject(reply, stored, room.hostName)
    }
    if (known && role !== 'host' && role !== known.role) await live.raise(person.id, role)
    return { room: room.id } satisfies RoomMade
  })

  app.post<{ Params: { room: string; role: string } }>(
    '/api/rooms/:room/links/:role/revoke',
    limited(REVOCATIONS_PER_MINUTE),
    async (request, reply) => {
      const role = v.safeParse(LinkRole, request.params.role)
      if (!role.success) return reject(reply, 'room-unknown')
      const found = await access.roomFor(askedIn(request), 'handOutLinks')
      if ('refusal' in found) return reject(reply, found.refusal, found.host)
      const { room } = found.live
      const stored = await store.replaceLink(newLink(room.id, role.output, secrets.serverKey), clock.now())
      if (stored !== 'stored') return reject(reply, stored, room.hostName)
      return await linksOf(context, room.id)
    },
  )
}

/** A new link of a role into a room, not kept yet. */
export function newLink(room: RoomId, role: LinkRole, serverKey: string): StoredLink {
  const id = newId()
  return { id, room, role, key: keyOf(linkToken(serverKey, id)), revokedAt: null }
}

/** The token of a room's link for viewers; empty where there is none. */
export async function viewersToken(
  { store, secrets }: Pick<AppContext, 'store' | 'secrets'>,
  room: RoomId,
): Promise<string> {
  const link = (await store.links(room)).find(({ role, revokedAt }) => role === 'viewer' && revokedAt === null)
  return link ? linkToken(secrets.serverKey, link.id) : ''
}

/** The three links of a room, as whole addresses. */
export async function linksOf({ store, secrets, config }: AppContext, room: RoomId): Promise<Links> {
  const all = await store.links(room)
  const address = (role: LinkRole) => {
    const link = all.find((each) => each.role === role && each.revokedAt === null)
    return link ? new URL(`/i/${linkToken(secrets.serverKey, link.id)}`, config.url).href : ''
  }
  return { viewer: address('viewer'), speaker: address('speaker'), moderator: address('moderator') }
}

/** Whom an invitation was written to; whoever may be somebody else is told no more than the first name. [LINK-8] */
function whomIs(row: Parameters<typeof nameOfInvitee>[0], asksEmail: boolean) {
  return { name: asksEmail ? row.firstName : nameOfInvitee(row), asksEmail }
}
