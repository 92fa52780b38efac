import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { NewRoom, type Links, type RoomMade, type RoomPage } from '../protocol/http.ts'
import { readName } from '../protocol/names.ts'
import { Id, LinkRole, type RoomId } from '../protocol/words.ts'
import { viewersIn } from '../rules/session.ts'
import { can } from '../rules/policy.ts'
import type { House } from './house.ts'
import { remember, whoIs } from './cookies.ts'
import { refuseWith } from './refused.ts'
import { keyOf, linkToken, newId } from './secrets.ts'
import type { StoredLink } from './store.ts'

const ROOMS_PER_MINUTE = 20

/** The routes by which rooms are made and looked at. */
export function rooms(app: FastifyInstance, house: House): void {
  const { store, config, secrets, clock } = house

  app.post(
    '/api/rooms',
    { config: { rateLimit: { max: ROOMS_PER_MINUTE, timeWindow: 60_000 } } },
    async (request, reply) => {
      const asked = v.safeParse(NewRoom, request.body)
      if (!asked.success) return refuseWith(reply, 'bad-request')
      const name = readName(asked.output.name)
      const host = readName(asked.output.host)
      if ('fault' in name) return refuseWith(reply, name.fault)
      if ('fault' in host) return refuseWith(reply, host.fault)
      const id = newId()
      const secret = newId()
      const room = {
        id,
        name: name.name,
        mode: asked.output.mode,
        hostName: host.name,
        createdAt: clock.now(),
        session: null,
      }
      const person = {
        id: newId(),
        room: id,
        name: host.name,
        role: 'host' as const,
        key: keyOf(secret),
        lowered: false,
      }
      const links = LinkRole.options.map((role) => newLink(id, role, secrets.serverKey))
      const stored = await store.createRoom(room, person, links)
      if (stored !== 'stored') return refuseWith(reply, stored)
      remember(reply, id, secret, config.url.protocol === 'https:')
      return reply.code(201).send({ room: id } satisfies RoomMade)
    },
  )

  app.get<{ Params: { room: string } }>('/api/rooms/:room', async (request, reply) => {
    const id = v.safeParse(Id, request.params.room)
    const live = id.success ? await house.rooms.room(id.output) : null
    if (!live) return refuseWith(reply, 'room-unknown')
    const { room, session } = live
    const you = await whoIs(request, room.id, store)
    const running = session.endedAt === null && session.startedAt > 0
    const page: RoomPage = {
      room: room.id,
      name: room.name,
      host: room.hostName,
      mode: session.mode,
      access: session.access,
      stageSize: session.stageSize,
      live: running
        ? {
            since: session.startedAt,
            viewers: viewersIn(session),
            onStage: session.stage.size,
            hands: session.hands.size,
          }
        : null,
      endedAt: session.endedAt,
      you: you && { name: you.name, role: you.role },
      links: you && can(you, 'handOutLinks') ? await linksOf(room.id) : null,
    }
    return page
  })

  function address(role: LinkRole, links: StoredLink[]): string {
    const link = links.find((each) => each.role === role && each.revokedAt === null)
    return link ? new URL(`/i/${linkToken(secrets.serverKey, link.id)}`, config.url).href : ''
  }

  async function linksOf(room: RoomId): Promise<Links | null> {
    const links = await store.links(room)
    return {
      viewer: address('viewer', links),
      speaker: address('speaker', links),
      moderator: address('moderator', links),
    }
  }
}

function newLink(room: RoomId, role: LinkRole, serverKey: string): StoredLink {
  const id = newId()
  return { id, room, role, key: keyOf(linkToken(serverKey, id)), revokedAt: null }
}
