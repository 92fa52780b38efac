import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { Entry, type LinkPage, type RoomMade } from '../protocol/http.ts'
import { readName } from '../protocol/names.ts'
import { roleByLink } from '../rules/policy.ts'
import type { House } from './house.ts'
import { remember, whoIs } from './cookies.ts'
import { refuseWith } from './refused.ts'
import { keyOf, newId } from './secrets.ts'

// Guessing 128 bits needs no limit; filling the disk does. A whole hall may come from one address.
const ENTRIES_PER_MINUTE = 3_000

/** The routes by which somebody comes in by an invite link. */
export function links(app: FastifyInstance, house: House): void {
  const { store, config } = house
  const limited = { config: { rateLimit: { max: ENTRIES_PER_MINUTE, timeWindow: 60_000 } } }

  /** The link of an address with its room; a revoked one still knows whom to ask. */
  async function opened(token: string) {
    const link = await store.linkByKey(keyOf(token))
    const room = link && (await store.room(link.room))
    return link && room ? { link, room, valid: link.revokedAt === null } : null
  }

  app.get<{ Params: { token: string } }>('/api/links/:token', limited, async (request, reply) => {
    const found = await opened(request.params.token)
    if (!found?.valid) return refuseWith(reply, 'link-unknown', found?.room.hostName)
    const { link, room } = found
    const you = await whoIs(request, room.id, store)
    return {
      room: room.id,
      name: room.name,
      host: room.hostName,
      role: link.role,
      you: you?.name ?? null,
    } satisfies LinkPage
  })

  app.post<{ Params: { token: string } }>('/api/links/:token', limited, async (request, reply) => {
    const found = await opened(request.params.token)
    if (!found?.valid) return refuseWith(reply, 'link-unknown', found?.room.hostName)
    const { link, room } = found
    const entry = v.safeParse(Entry, request.body)
    if (!entry.success) return refuseWith(reply, 'bad-request', room.hostName)
    const known = await whoIs(request, room.id, store)
    const typed = readName(entry.output.name ?? known?.name ?? '')
    if ('fault' in typed) return refuseWith(reply, typed.fault, room.hostName)
    const secret = newId()
    // What was taken by hand does not come back by a link. [ROLE-6]
    const role = known?.lowered ? known.role : roleByLink(known?.role ?? 'participant', link.role)
    const person = known
      ? { ...known, name: typed.name, role }
      : { id: newId(), room: room.id, name: typed.name, role, key: keyOf(secret), lowered: false }
    const stored = await store.putPerson(person)
    if (stored !== 'stored') return refuseWith(reply, stored, room.hostName)
    if (!known) remember(reply, room.id, secret, config.url.protocol === 'https:')
    return { room: room.id } satisfies RoomMade
  })
}
