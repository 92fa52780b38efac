import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { MyRoomsAsked, type MyRooms, NewTemplate, type Templates, type TemplateMade } from '../../protocol/rooms.ts'
import { readName } from '../../protocol/names.ts'
import { Id } from '../../protocol/types.ts'
import { can } from '../../rules/permissions/policy.ts'
import { viewersIn } from '../../rules/session/session.ts'
import type { AppContext } from '../app-context.ts'
import { invitedTo } from '../invites/invite-rows.ts'
import { reject } from '../http/rejections.ts'
import { picturesOfRooms } from '../pictures/pictures.ts'
import { UNDO_FOR } from '../rooms/retention.ts'
import { newId } from '../secrets.ts'
import { myRooms } from './my-rooms.ts'
import { RoomAccess } from './room-access.ts'
import { readDetails } from './room-details.ts'
import { dropTemplate, keepTemplate, templatesOf } from './templates.ts'

const LOOKS_PER_MINUTE = 600
const CHANGES_PER_MINUTE = 60
const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })

/** The routes by which somebody finds the own rooms, and keeps templates for new ones. Who is known nowhere has none. */
export function myRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, database, rooms, visitors } = context
  const access = new RoomAccess(context)

  app.get('/api/my/rooms', limited(LOOKS_PER_MINUTE), async (request, reply) => {
    const asked = v.safeParse(MyRoomsAsked, request.query)
    if (!asked.success) return reject(reply, 'bad-request')
    const live = new Map(rooms.running.map(({ room, session }) => [room.id, session]))
    const mine = await visitors.mine(request.headers.cookie)
    const { rows, next } = await myRooms(database, mine, asked.output, [...live.keys()])
    const pictures = await picturesOfRooms(
      database,
      rows.flatMap(({ id, deletedAt }) => (deletedAt === null ? [id] : [])),
    )
    const seen = rows.flatMap(({ id, role }) => (can({ role }, 'handOutLinks') ? [id] : []))
    const invited = await invitedTo(database, seen, clock.now())
    const found = rows.map(({ id, place: _place, deletedAt, endedAt, ...row }) => {
      const session = live.get(id)
      return {
        ...row,
        room: id,
        picture: pictures.get(id) ?? null,
        endedAt: session ? null : endedAt,
        live: session ? { since: session.startedAt, viewers: viewersIn(session), onStage: session.stage.size } : null,
        undoUntil: deletedAt === null ? null : deletedAt + UNDO_FOR,
        invited: invited.get(id) ?? 0,
      }
    })
    return { rooms: found, next, now: clock.now() } satisfies MyRooms
  })

  app.get('/api/my/templates', limited(LOOKS_PER_MINUTE), async (request, reply) => {
    const found: Templates = await templatesOf(database, await visitors.mine(request.headers.cookie))
    return reply.send(found)
  })

  app.post('/api/my/templates', limited(CHANGES_PER_MINUTE), async (request, reply) => {
    const asked = v.safeParse(NewTemplate, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const name = readName(asked.output.name)
    if ('fault' in name) return reject(reply, name.fault)
    const found = await access.roomFor({ ...asked.output, header: request.headers.cookie }, 'editRoom')
    if ('refusal' in found) return reject(reply, found.refusal, found.host)
    const { room, session, defaults } = found.live
    const kept = await readDetails(database, room.id)
    if (!kept) return reject(reply, 'room-unknown')
    const { description, tags, early, brand, schedule } = kept
    const form = { name: room.name, description, tags, early, brand, schedule, settings: defaults.next(session) }
    const template = { id: newId(), ...name, form, at: clock.now() }
    const isKept = await keepTemplate(database, await visitors.mine(request.headers.cookie), template)
    if (!isKept) return reject(reply, 'templates-many')
    return reply.code(201).send({ id: template.id } satisfies TemplateMade)
  })

  app.post('/api/my/templates/:id/delete', limited(CHANGES_PER_MINUTE), async (request, reply) => {
    const params = v.safeParse(v.object({ id: Id }), request.params)
    const mine = await visitors.mine(request.headers.cookie)
    const isGone = params.success && (await dropTemplate(database, mine, params.output.id))
    return isGone ? reply.code(204).send() : reject(reply, 'template-unknown')
  })
}
