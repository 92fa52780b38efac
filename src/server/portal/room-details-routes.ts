import * as v from 'valibot'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Archiving,
  DETAILS_BODY_MAX,
  RoomChange,
  type ChangedMeanwhile,
  type Deletion,
  type RoomAbout,
  type RoomDetails,
} from '../../protocol/rooms.ts'
import type { RoomId } from '../../protocol/types.ts'
import { readForm, stageSizeFault } from '../../rules/rooms/room-form.ts'
import { readSchedule } from '../../rules/schedule/read-schedule.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { Buckets } from '../realtime/rate-limits.ts'
import type { Room } from '../rooms/room.ts'
import { UNDO_FOR } from '../rooms/retention.ts'
import { speakersOf } from '../members/memberships.ts'
import { askedIn, RoomAccess } from './room-access.ts'
import { tellChange, tellGone } from './reminders/change-mails.ts'
import { timingOf } from './room-timing.ts'
import { aboutOf, countRestored, readDetails, saveDetails, setArchived, type KeptDetails } from './room-details.ts'

const CHANGES_PER_MINUTE = 60
const READS_PER_MINUTE = 3_000
// Each change of its times is mailed to all who were told of a room: so many at once, and as many again within a day.
const TOLD = { burst: 30, perSecond: 30 / 86_400 }
const limited = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })

/** The routes by which somebody sets what lasts around a room, puts it aside, deletes it, and undoes that. */
export function roomDetailsRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, database, rooms, store } = context
  const access = new RoomAccess(context)
  const told = new Buckets(TOLD.perSecond, TOLD.burst)
  const mayTell = (room: RoomId) => told.take(room, clock.monotonic())
  const reads = { config: limited(READS_PER_MINUTE) }
  const changes = { config: limited(CHANGES_PER_MINUTE), bodyLimit: DETAILS_BODY_MAX }

  app.get('/api/rooms/:room/about', reads, async (request, reply) => {
    const id = askedIn(request).room
    const room = id === null ? null : await store.room(id)
    const kept = room && (await readDetails(database, room.id))
    if (!kept) return reject(reply, 'room-unknown')
    if (room.deletedAt != null) return reject(reply, 'room-deleted')
    const live = await rooms.inMemory(room.id)
    const speakers = [{ name: room.hostName, role: 'host' as const }, ...(await speakersOf(database, room.id))]
    return aboutOf(room.name, kept, timingOf(context, room, kept, live), speakers) satisfies RoomAbout
  })

  app.get('/api/rooms/:room/details', reads, async (request, reply) => {
    const found = await access.roomFor(askedIn(request), 'editRoom')
    if ('refusal' in found) return reject(reply, found.refusal, found.host)
    const kept = await readDetails(database, found.live.room.id)
    return kept ? detailsOf(found, kept) : reject(reply, 'room-unknown')
  })

  app.post('/api/rooms/:room/details', changes, async (request, reply) => {
    const found = await access.roomFor(askedIn(request), 'editRoom')
    if ('refusal' in found) return reject(reply, found.refusal, found.host)
    const asked = v.safeParse(RoomChange, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const { version, settings } = asked.output
    const schedule = asked.output.schedule && readSchedule(asked.output.schedule)
    if (schedule && 'fault' in schedule) return reject(reply, schedule.fault)
    const form = readForm(asked.output)
    if ('fault' in form) return reject(reply, form.fault)
    const sizeFault = settings.stageSize === undefined ? null : stageSizeFault(settings.stageSize)
    if (sizeFault) return reject(reply, sizeFault)
    const { live } = found
    const { session, room } = live
    const start = live.defaults.startFrom(session, { ...live.defaults.next(session), ...settings })
    const before = await readDetails(database, room.id)
    const hasOtherTimes = JSON.stringify(before?.schedule) !== JSON.stringify(schedule?.schedule ?? null)
    if (hasOtherTimes && !mayTell(room.id)) return reject(reply, 'times-later', room.hostName)
    const isSaved = await saveDetails(
      database,
      room.id,
      { ...form, schedule: schedule?.schedule ?? null, version },
      start,
    )
    if (isSaved) await live.reload()
    const kept = await readDetails(database, room.id)
    if (!kept) return reject(reply, 'room-unknown')
    const now = detailsOf(found, kept)
    if (isSaved) {
      const how = { before, after: kept, by: await emailOf(request) }
      await tellChange(context, { id: room.id, name: now.name }, how)
      return now
    }
    return await reply.code(409).send({ refusal: 'changed-meanwhile', now } satisfies ChangedMeanwhile)
  })

  app.post('/api/rooms/:room/archive', changes, async (request, reply) => {
    const found = await access.roomFor(askedIn(request), 'editRoom')
    if ('refusal' in found) return reject(reply, found.refusal, found.host)
    const asked = v.safeParse(Archiving, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    await setArchived(database, found.live.room.id, asked.output.on ? clock.now() : null)
    return await reply.code(204).send()
  })

  app.post('/api/rooms/:room/delete', changes, async (request, reply) => {
    const found = await access.roomFor(askedIn(request), 'deleteRoom')
    if ('refusal' in found) return reject(reply, found.refusal, found.host)
    const { id, name } = found.live.room
    const stored = await store.setDeleted(id, clock.now())
    if (stored !== 'stored') return reject(reply, stored)
    await rooms.retire(id)
    await tellGone(context, { id, name }, { isOff: true, by: await emailOf(request) })
    return await reply.code(204).send()
  })

  /** The room of a request that was deleted and can be had back by who asks; null where it is no such room, or theirs to undo. */
  async function undoable(request: FastifyRequest) {
    const id = askedIn(request).room
    const room = id === null ? null : await store.room(id)
    const isTheirs =
      room?.deletedAt != null && (await access.mayInDeleted(request.headers.cookie, room.id, 'deleteRoom'))
    const undoUntil = (room?.deletedAt ?? 0) + UNDO_FOR
    return isTheirs ? { id: room.id, name: room.name, undoUntil } : null
  }

  app.get('/api/rooms/:room/deletion', reads, async (request, reply) => {
    const found = await undoable(request)
    return await reply.send({ undoUntil: found?.undoUntil ?? null } satisfies Deletion)
  })

  app.post('/api/rooms/:room/restore', changes, async (request, reply) => {
    const found = await undoable(request)
    if (!found) return reject(reply, 'not-allowed')
    if (!mayTell(found.id)) return reject(reply, 'times-later')
    const stored = await store.setDeleted(found.id, null)
    if (stored !== 'stored') return reject(reply, stored)
    await countRestored(database, found.id)
    await tellGone(context, found, { isOff: false, by: await emailOf(request) })
    return await reply.code(204).send()
  })

  const emailOf = async ({ headers }: FastifyRequest) => (await context.accounts.who(headers.cookie))?.email ?? null
}

type Found = { live: Room; who: { role: RoomDetails['role']; name: string } }

function detailsOf({ live, who }: Found, kept: KeptDetails): RoomDetails {
  const { room, session, defaults } = live
  const { version, description, tags, early, brand, schedule, archivedAt, pictures } = kept
  return {
    room: room.id,
    name: room.name,
    host: room.hostName,
    role: who.role,
    isLive: session.startedAt > 0 && session.endedAt === null,
    settings: defaults.next(session),
    version,
    description,
    tags,
    early,
    brand,
    schedule,
    archivedAt,
    pictures,
  }
}
