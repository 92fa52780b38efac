import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readLine } from '../../protocol/names.ts'
import { DOCUMENT_NAME_MAX } from '../../protocol/portal/content.ts'
import { PAGES_MAX } from '../../protocol/presenting/content.ts'
import { Drawn } from '../../protocol/presenting/drawn.ts'
import { DRAWN_BYTES_MAX, NewBoard, Pointed } from '../../protocol/presenting/whiteboard.ts'
import { Id } from '../../protocol/types.ts'
import { seesPresented } from '../../rules/content/reading.ts'
import { can } from '../../rules/permissions/policy.ts'
import { seesDrawing } from '../../rules/whiteboard/layers.ts'
import type { Person, Session } from '../../rules/session/session.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'

// A class behind one address: twenty who draw, each sixteen times a second, and point as often.
const DRAWN_PER_MINUTE = 40_000
// Whoever looks at slides asks with each page.
const LOOKS_PER_MINUTE = 60_000
const MADE_PER_MINUTE = 30
const limited = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })
const PATH = '/api/rooms/:room/whiteboards'

const BoardAsked = v.object({ room: Id, board: Id })
const PageAsked = v.object({
  page: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(PAGES_MAX)),
})

/** The routes of whiteboards: who presents makes one, who is inside sees it, and who may draws on it. [BOARD-1] */
export function whiteboardRoutes(app: FastifyInstance, context: AppContext): void {
  const { rooms, visitors, whiteboards } = context
  const access = new RoomAccess(context)
  const drawing = { config: limited(DRAWN_PER_MINUTE), bodyLimit: DRAWN_BYTES_MAX }

  /** What is presented, and who is inside and looks at it; else it is answered. Looked up at each request. */
  const atBoard = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = v.safeParse(BoardAsked, request.params)
    const live = asked.success ? await rooms.inMemory(asked.output.room) : null
    const inside = live && (await visitors.inside(request.headers.cookie, live))
    const person = asked.success && inside ? seesPresented(live.session, inside.id, asked.output.board) : null
    const item = live?.session.content?.item
    if (!item || !person) return void (await reject(reply, 'not-presented'))
    return { room: live.room.id, item, person, session: live.session }
  }
  const drawer = async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await atBoard(request, reply)
    if (!found || can(found.person, 'draw')) return found
    return void (await reject(reply, 'not-permitted'))
  }
  app.post(PATH, { config: limited(MADE_PER_MINUTE) }, async (request, reply) => {
    const found = await access.roomFor(askedIn(request), 'presentContent')
    if ('refusal' in found) return reject(reply, found.refusal, found.host)
    const asked = v.safeParse(NewBoard, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const name = readLine(asked.output.name, DOCUMENT_NAME_MAX)
    if (!name) return reject(reply, name === '' ? 'name-empty' : 'bad-request')
    const { id } = found.live.room
    const last = asked.output.fresh ? null : await whiteboards.lastOf(id)
    if (last) return last
    const board = await whiteboards.make(id, name)
    return board === null ? reject(reply, 'content-full') : { board, pages: 1 }
  })

  app.get(`${PATH}/:board/pages/:page`, { config: limited(LOOKS_PER_MINUTE) }, async (request, reply) => {
    const found = await atBoard(request, reply)
    if (!found) return reply
    const page = pageIn(request, found)
    const state = page === null ? null : await whiteboards.page(found.room, found.item, page)
    return state ?? reject(reply, 'not-presented')
  })

  app.post(`${PATH}/:board/pages`, { config: limited(MADE_PER_MINUTE) }, async (request, reply) => {
    const found = await drawer(request, reply)
    if (!found) return reply
    const pages = await whiteboards.addPage(found.room, found.item.document)
    return pages === null ? reject(reply, 'not-presented') : { board: found.item.document, pages }
  })

  app.post(`${PATH}/:board/pages/:page`, drawing, async (request, reply) => {
    const found = await drawer(request, reply)
    if (!found) return reply
    const [page, drawn] = [pageIn(request, found), v.safeParse(Drawn, request.body)]
    if (page === null || !drawn.success) return reject(reply, 'bad-request')
    const became = await whiteboards.draw(found.room, found.item, page, drawn.output.elements)
    return became === 'drawn' ? reply.code(204).send() : reject(reply, became)
  })

  app.post(`${PATH}/:board/pointer`, { config: limited(DRAWN_PER_MINUTE) }, async (request, reply) => {
    const found = await drawer(request, reply)
    if (!found) return reply
    const asked = v.safeParse(Pointed, request.body)
    if (!asked.success || !seesDrawing(found.session, found.person, asked.output.page))
      return reject(reply, 'bad-request')
    const { id, name } = found.person
    await whiteboards.point(found.room, found.item, { ...asked.output, person: id, name })
    return reply.code(204).send()
  })
}

/** The page that is asked for; null where there is none that the person sees. */
function pageIn({ params }: FastifyRequest, { session, person }: { session: Session; person: Person }): number | null {
  const asked = v.safeParse(PageAsked, params)
  return asked.success && seesDrawing(session, person, asked.output.page) ? asked.output.page : null
}
