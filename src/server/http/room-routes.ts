import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { Asking, NewRoom, type RoomMade, type RoomPage, type GuestPage } from '../../protocol/http.ts'
import { readName } from '../../protocol/names.ts'
import { Id, LinkRole, type RoomId } from '../../protocol/types.ts'
import { viewersIn } from '../../rules/session/session.ts'
import type { AppContext } from '../app-context.ts'
import { ENTRIES_PER_MINUTE, linksOf, newLink } from './link-routes.ts'
import { refusedToCreate } from '../../rules/accounts/policy.ts'
import { claim, ownerOf } from '../accounts/room-owners.ts'
import { reject } from './rejections.ts'
import { newId } from '../secrets.ts'

const ROOMS_PER_MINUTE = 20

/** The routes by which rooms are made and looked at, and by which a browser forgets who it is. */
export function rooms(app: FastifyInstance, context: AppContext): void {
  const { accounts, config, database, store, cookie, secrets, clock, visitors } = context
  const limited = { config: { rateLimit: { max: ROOMS_PER_MINUTE, timeWindow: 60_000 } } }

  app.post('/api/rooms', limited, async (request, reply) => {
    const asked = v.safeParse(NewRoom, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const name = readName(asked.output.name)
    const host = readName(asked.output.host)
    if ('fault' in name) return reject(reply, name.fault)
    if ('fault' in host) return reject(reply, host.fault)
    const account = await accounts.who(request.headers.cookie)
    const refusal = refusedToCreate(config.create, account?.role ?? null)
    if (refusal) return reject(reply, refusal)
    const id = newId()
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
      ...(await visitors.keysFor(request.headers.cookie, id, reply)),
      lowered: false,
      seenAt: room.createdAt,
    }
    const links = LinkRole.options.map((role) => newLink(id, role, secrets.serverKey))
    const stored = await store.createRoom(room, person, links)
    if (stored !== 'stored') return reject(reply, stored)
    if (account && !(await claim(database, { room: id, account: account.id, at: room.createdAt }))) {
      // The account went while its room was made, which would be nobody's.
      await store.deleteRoom(id)
      return reject(reply, 'sign-in-first')
    }
    return reply.code(201).send({ room: id } satisfies RoomMade)
  })

  const isClaimable = async (cookies: string | undefined, room: RoomId) =>
    (await accounts.who(cookies)) !== null && (await ownerOf(database, room)) === null

  app.get<{ Params: { room: string } }>('/api/rooms/:room', async (request, reply) => {
    const id = v.safeParse(Id, request.params.room)
    const live = id.success ? await context.rooms.room(id.output) : null
    if (!live) return reject(reply, 'room-unknown')
    if (live === 'elsewhere') return reject(reply, 'room-moved')
    if (live === 'deleted') return reject(reply, 'room-deleted')
    const { room, session } = live
    const known = await visitors.inRoom(request.headers.cookie, live)
    const you = known && (await live.whoIs(known.id))
    const mayHandOut = known !== null && (await live.may(known.id, 'handOutLinks'))
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
      now: clock.now(),
      endedAt: session.endedAt,
      you: you && { name: you.name, role: you.role },
      links: mayHandOut ? await linksOf(context, room.id) : null,
      isClaimable: you?.role === 'host' && (await isClaimable(request.headers.cookie, room.id)),
    }
    return page
  })

  // Everybody who comes by a link asks it, twice for the first time.
  const perEntry = { config: { rateLimit: { max: 2 * ENTRIES_PER_MINUTE, timeWindow: 60_000 } } }

  // Who has the room's address alone asks to be let in, while the session runs. [ASK-1]
  app.post<{ Params: { room: string } }>('/api/rooms/:room/ask', perEntry, async (request, reply) => {
    const id = v.safeParse(Id, request.params.room)
    const live = id.success ? await context.rooms.room(id.output) : null
    if (!live) return reject(reply, 'room-unknown')
    if (live === 'elsewhere') return reject(reply, 'room-moved')
    if (live === 'deleted') return reject(reply, 'room-deleted')
    const asked = v.safeParse(Asking, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const { room, session } = live
    if (session.endedAt !== null || session.startedAt === 0) return reject(reply, 'not-started', room.hostName)
    if (await visitors.inRoom(request.headers.cookie, live)) return { room: room.id } satisfies RoomMade
    const name = readName(asked.output.name)
    if ('fault' in name) return reject(reply, name.fault)
    const keys = await visitors.keysFor(request.headers.cookie, room.id, reply)
    const known = { id: newId(), room: room.id, name: name.name, role: 'participant' } as const
    await live.people.put({ ...known, ...keys, lowered: false, seenAt: clock.now(), uninvited: true })
    return { room: room.id } satisfies RoomMade
  })

  // A browser that keeps no cookies is known by nothing else: whether it sends one back is all that tells.
  app.get('/api/guest', perEntry, async (request, reply) => {
    const known = cookie.guestOf(request.headers.cookie) !== null
    if (!known) cookie.begin(reply)
    return { known } satisfies GuestPage
  })

  // Who was here before on this machine is somebody else: from now on the browser is nobody known, in any room.
  app.post('/api/guest/forget', limited, async (request, reply) => {
    cookie.forget(request.headers.cookie, reply)
    return reply.code(204).send()
  })
}
