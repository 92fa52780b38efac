import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readLine } from '../../protocol/names.ts'
import { STORYBOARD_NAME_MAX, StoryboardChange, StoryboardName } from '../../protocol/presenting/storyboard.ts'
import { Id } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'
import {
  changeStoryboard,
  deleteStoryboard,
  importStoryboard,
  renameStoryboard,
  savedStoryboards,
  saveStoryboard,
  storyboardIn,
} from './storyboards.ts'

const LOOKS_PER_MINUTE = 600
const CHANGES_PER_MINUTE = 240
const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })
const [looks, changes] = [limited(LOOKS_PER_MINUTE), limited(CHANGES_PER_MINUTE)]

/** The routes by which who runs a room prepares what will be presented, and keeps it for other times. [STORYBOARD-1] */
export function storyboardRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, database } = context
  const access = new RoomAccess(context)

  /** The room of a request, for who arranges its storyboard; else it is answered. */
  const arranging = async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await access.roomFor(askedIn(request), 'arrangeStoryboard')
    if ('refusal' in found) return void (await reject(reply, found.refusal, found.host))
    const { live, who } = found
    return { live, room: live.room.id, person: who.id }
  }

  app.get('/api/rooms/:room/storyboard', looks, async (request, reply) => {
    const found = await arranging(request, reply)
    return found ? await storyboardIn(database, found.room, found.person) : reply
  })

  app.post('/api/rooms/:room/storyboard', changes, async (request, reply) => {
    const found = await arranging(request, reply)
    if (!found) return reply
    const asked = v.safeParse(StoryboardChange, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    if (!(await changeStoryboard(database, found.room, asked.output))) return reject(reply, 'changed-meanwhile')
    found.live.contentChanged()
    return await storyboardIn(database, found.room, found.person)
  })

  app.get('/api/rooms/:room/storyboards', looks, async (request, reply) => {
    const found = await arranging(request, reply)
    return found ? await savedStoryboards(database, found.room) : reply
  })

  app.post('/api/rooms/:room/storyboards', changes, async (request, reply) => {
    const found = await arranging(request, reply)
    const name = found && (await named(request, reply))
    if (!found || name === undefined) return reply
    if (!(await saveStoryboard(database, found.room, name, clock.now()))) return reject(reply, 'storyboards-many')
    return await savedStoryboards(database, found.room)
  })

  app.post('/api/rooms/:room/storyboards/:id', changes, async (request, reply) => {
    const found = await arranging(request, reply)
    const name = found && (await named(request, reply))
    if (!found || name === undefined) return reply
    const isThere = await renameStoryboard(database, found.room, idIn(request), name)
    return isThere ? await savedStoryboards(database, found.room) : reject(reply, 'storyboard-gone')
  })

  app.post('/api/rooms/:room/storyboards/:id/import', changes, async (request, reply) => {
    const found = await arranging(request, reply)
    if (!found) return reply
    if (!(await importStoryboard(database, found.room, idIn(request)))) return reject(reply, 'storyboard-gone')
    found.live.contentChanged()
    return await storyboardIn(database, found.room, found.person)
  })

  app.post('/api/rooms/:room/storyboards/:id/delete', changes, async (request, reply) => {
    const found = await arranging(request, reply)
    if (!found) return reply
    await deleteStoryboard(database, found.room, idIn(request))
    return await savedStoryboards(database, found.room)
  })
}

/** The name in a request; else it is answered why it is none. */
async function named({ body }: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
  const asked = v.safeParse(StoryboardName, body)
  if (!asked.success) return void (await reject(reply, 'bad-request'))
  const name = readLine(asked.output.name, STORYBOARD_NAME_MAX)
  if (name) return name
  return void (await reject(reply, name === null ? 'name-long' : 'name-empty'))
}

function idIn({ params }: FastifyRequest): string {
  const read = v.safeParse(v.object({ id: Id }), params)
  return read.success ? read.output.id : ''
}
