import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { Entry, type LinkPage, type Links, type RoomMade } from '../../protocol/http.ts'
import { readName } from '../../protocol/names.ts'
import { Id, LinkRole, type RoomId } from '../../protocol/types.ts'
import { isRehearsing } from '../../rules/rehearsal/rehearsal.ts'
import { roleByLink } from '../../rules/permissions/policy.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from './rejections.ts'
import { keyOf, linkToken, newId } from '../secrets.ts'
import type { StoredLink } from '../store/store.ts'

// Guessing 128 bits needs no limit; filling the disk does. A whole hall may come from one address.
export const ENTRIES_PER_MINUTE = 3_000
const REVOCATIONS_PER_MINUTE = 60

const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })

/** The routes by which somebody comes in by an invite link, and by which one is taken back. */
export function links(app: FastifyInstance, context: AppContext): void {
  const { store, secrets, clock, visitors } = context

  /** The link of an address with its room; a revoked one still knows whom to ask. */
  async function opened(token: string) {
    const link = await store.linkByKey(keyOf(token))
    const room = link && (await store.room(link.room))
    if (!link || !room) return null
    const isRevoked = link.revokedAt !== null
    return { link, room, refusal: isRevoked ? 'link-revoked' : room.deletedAt == null ? null : 'room-deleted' } as const
  }

  app.get<{ Params: { token: string } }>('/api/links/:token', limited(ENTRIES_PER_MINUTE), async (request, reply) => {
    const found = await opened(request.params.token)
    if (!found) return reject(reply, 'link-unknown')
    const { link, room, refusal } = found
    if (refusal) return reject(reply, refusal, room.hostName)
    const you = await visitors.whoIs(
      request.headers.cookie,
      room.id,
      async (key) => await store.personByKey(room.id, key),
    )
    return {
      room: room.id,
      name: room.name,
      host: room.hostName,
      role: link.role,
      you: you?.name ?? null,
    } satisfies LinkPage
  })

  app.post<{ Params: { token: string } }>('/api/links/:token', limited(ENTRIES_PER_MINUTE), async (request, reply) => {
    const found = await opened(request.params.token)
    if (!found) return reject(reply, 'link-unknown')
    const { link, room, refusal } = found
    if (refusal) return reject(reply, refusal, room.hostName)
    const entry = v.safeParse(Entry, request.body)
    if (!entry.success) return reject(reply, 'bad-request', room.hostName)
    const live = await context.rooms.room(room.id)
    if (!live) return reject(reply, 'link-unknown')
    if (live === 'elsewhere') return reject(reply, 'room-moved', room.hostName)
    if (live === 'deleted') return reject(reply, 'room-deleted', room.hostName)
    const known = await visitors.inRoom(request.headers.cookie, live)
    const typed = readName(entry.output.name ?? known?.name ?? '')
    if ('fault' in typed) return reject(reply, typed.fault, room.hostName)
    const { bot } = entry.output
    // Nobody becomes a bot, and no bot somebody. [REHEARSE-3]
    if ((bot && !isRehearsing(live.session)) || (known && known.bot !== bot))
      return reject(reply, 'not-allowed', room.hostName)
    // What was taken by hand does not come back by a link. [ROLE-6] A bot is a viewer, whatever its link gives.
    const role =
      known?.lowered || bot ? (known?.role ?? 'participant') : roleByLink(known?.role ?? 'participant', link.role)
    const person = known
      ? { ...known, name: typed.name, role, seenAt: clock.now() }
      : {
          id: newId(),
          room: room.id,
          name: typed.name,
          role,
          ...(await visitors.keysFor(request.headers.cookie, room.id, reply)),
          lowered: false,
          ...(bot && { bot }),
          seenAt: clock.now(),
        }
    const stored = await live.people.put(person)
    if (stored !== 'stored') return reject(reply, stored, room.hostName)
    if (known && role !== 'host' && role !== known.role) await live.raise(person.id, role)
    return { room: room.id } satisfies RoomMade
  })

  app.post<{ Params: { room: string; role: string } }>(
    '/api/rooms/:room/links/:role/revoke',
    limited(REVOCATIONS_PER_MINUTE),
    async (request, reply) => {
      const id = v.safeParse(Id, request.params.room)
      const role = v.safeParse(LinkRole, request.params.role)
      const live = id.success ? await context.rooms.room(id.output) : null
      if (!live || !role.success) return reject(reply, 'room-unknown')
      if (live === 'elsewhere') return reject(reply, 'room-moved')
      if (live === 'deleted') return reject(reply, 'room-deleted')
      const { room } = live
      const you = await visitors.inRoom(request.headers.cookie, live)
      if (!you || !(await live.may(you.id, 'handOutLinks'))) return reject(reply, 'not-allowed', room.hostName)
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
