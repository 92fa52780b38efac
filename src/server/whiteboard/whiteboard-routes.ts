import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readLine } from '../../protocol/names.ts'
import { DOCUMENT_NAME_MAX } from '../../protocol/portal/content.ts'
import { PAGES_MAX } from '../../protocol/presenting/content.ts'
import { Drawn } from '../../protocol/presenting/drawn.ts'
import { DRAWN_BYTES_MAX, NewBoard, Pointed } from '../../protocol/presenting/whiteboard.ts'
import { Id, type DocumentId, type PersonId } from '../../protocol/types.ts'
import { seesPresented } from '../../rules/content/reading.ts'
import { can } from '../../rules/permissions/policy.ts'
import { seesDrawing } from '../../rules/whiteboard/layers.ts'
import type { Person, Session } from '../../rules/session/session.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'
import { Buckets } from '../realtime/rate-limits.ts'
import type { Room } from '../rooms/room.ts'

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

// One person: a page sends what is drawn and where it points sixteen times a second each, a long stroke is 60 kB each time, and a full page 8 MB.
const DRAWINGS = { perSecond: 30, burst: 120 }
const POINTERS = { perSecond: 30, burst: 120 }
const DRAWN_BYTES = { perSecond: 2_000_000, burst: 12_000_000 }
const READ_UNITS = { perSecond: 4_000_000, burst: 40_000_000 }
const bucketsOf = ({ perSecond, burst }: typeof DRAWINGS) => new Buckets(perSecond, burst)

/** The routes of whiteboards: who presents makes one, who is inside sees it, and who may draws on it. [BOARD-1] */
export function whiteboardRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, rooms, visitors, whiteboards } = context
  const access = new RoomAccess(context)
  const [drawings, pointers] = [bucketsOf(DRAWINGS), bucketsOf(POINTERS)]
  const [drawnBytes, readUnits] = [bucketsOf(DRAWN_BYTES), bucketsOf(READ_UNITS)]
  const drawers = new WeakMap<FastifyRequest, { live: Room; person: PersonId; board: DocumentId }>()

  /** Who is inside and looks at what is presented; else it is answered. */
  const atBoard = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = v.safeParse(BoardAsked, request.params)
    const live = asked.success ? await rooms.inMemory(asked.output.room) : null
    const inside = live && (await visitors.inside(request.headers.cookie, live))
    const found = asked.success && live && inside ? { live, person: inside.id, board: asked.output.board } : null
    return (found && seenBy(found)) ?? void (await reject(reply, 'not-presented'))
  }

  /** Who draws and how much is looked at before anything of it is read. */
  const counted = (often: Buckets) => async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await atBoard(request, reply)
    if (!found) return reply
    const { live, person, item } = found
    const [at, bytes] = [clock.monotonic(), Number(request.headers['content-length'] ?? DRAWN_BYTES_MAX)]
    if (!can(person, 'draw')) return await reject(reply, 'not-permitted')
    if (!often.take(person.id, at) || !drawnBytes.take(person.id, at, bytes)) return await reject(reply, 'too-fast')
    drawers.set(request, { live, person: person.id, board: item.document })
    return undefined
  }
  const drawing = { config: limited(DRAWN_PER_MINUTE), bodyLimit: DRAWN_BYTES_MAX, onRequest: counted(drawings) }
  const pointing = { config: limited(DRAWN_PER_MINUTE), onRequest: counted(pointers) }
  const adding = { config: limited(MADE_PER_MINUTE), onRequest: counted(drawings) }

  /** Who draws, looked at again once all of it has come; else it is answered. [BOARD-1] */
  const drawer = async (request: FastifyRequest, reply: FastifyReply) => {
    const known = drawers.get(request)
    const found = known && seenBy(known)
    if (!found) return void (await reject(reply, 'not-presented'))
    return can(found.person, 'draw') ? found : void (await reject(reply, 'not-permitted'))
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
    const written = page === null ? null : await whiteboards.page(found.room, found.item, page)
    if (written === null) return reject(reply, 'not-presented')
    if (!readUnits.take(found.person.id, clock.monotonic(), written.length)) return reject(reply, 'too-fast')
    return reply.type('application/json').send(written)
  })

  app.post(`${PATH}/:board/pages`, adding, async (request, reply) => {
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

  app.post(`${PATH}/:board/pointer`, pointing, async (request, reply) => {
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

/** What a person sees of what is presented in a room just now, where it is still that. */
function seenBy({ live, person: id, board }: { live: Room; person: PersonId; board: DocumentId }) {
  const { session, room } = live
  const person = seesPresented(session, id, board)
  const item = session.content?.item
  return person && item ? { live, room: room.id, item, person, session } : null
}

/** The page that is asked for; null where there is none that the person sees. */
function pageIn({ params }: FastifyRequest, { session, person }: { session: Session; person: Person }): number | null {
  const asked = v.safeParse(PageAsked, params)
  return asked.success && seesDrawing(session, person, asked.output.page) ? asked.output.page : null
}
