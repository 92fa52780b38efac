import type { FastifyInstance } from 'fastify'
import type { Timing } from '../../protocol/rooms.ts'
import { phaseOf } from '../../rules/schedule/phase.ts'
import type { Millis, RoomId } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import type { Database } from '../database/database.ts'
import { reject } from '../http/rejections.ts'
import type { Room } from '../rooms/room.ts'
import type { StoredRoom } from '../store/store.ts'
import { calendarFile } from './calendar/calendar-file.ts'
import type { CalendarRoom } from './calendar/events.ts'
import { googleUrl, outlookUrl } from './calendar/links.ts'
import { describe } from './description.ts'
import { askedIn } from './room-access.ts'
import { readDetails, type KeptDetails } from './room-details.ts'

const FILES_PER_MINUTE = 600

/** When a room is held; null for one that is always open. `live`: the room where it is in memory. [SCHEDULE-7] */
export function timingOf(
  { clock, config }: Pick<AppContext, 'clock' | 'config'>,
  room: StoredRoom,
  kept: KeptDetails,
  live: Room | null,
): Timing | null {
  const { schedule, early } = kept
  if (!schedule) return null
  const now = clock.now()
  const phase = phaseOf(schedule, now, { early, isLive: live?.isRunning ?? false })
  const entry = calendarRoom(room, kept, config.url)
  const [google, outlook] = [googleUrl(entry, schedule, now), outlookUrl(entry, schedule, now)]
  const calendar = google && outlook ? { file: `/api/rooms/${room.id}/calendar.ics`, google, outlook } : null
  return { now, phase, calendar }
}

/** Whether anybody may begin a session now; moderators always may. [SCHEDULE-7] */
export async function isOpenNow(database: Database, room: RoomId, at: Millis): Promise<boolean> {
  const kept = await readDetails(database, room)
  return !kept || phaseOf(kept.schedule, at, { isLive: false }).phase === 'open'
}

/** What a calendar says of a room. [CALENDAR-5] */
function calendarRoom({ id, name }: StoredRoom, { description }: KeptDetails, url: URL): CalendarRoom {
  return { id, name, description: describe(description).text, url: new URL(`/r/${id}`, url).href }
}

/** The route of a room's calendar file, for everybody who has its address. [CALENDAR-3] [CALENDAR-4] */
export function calendarRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, config, database, store } = context
  const limited = { config: { rateLimit: { max: FILES_PER_MINUTE, timeWindow: 60_000 } } }

  app.get('/api/rooms/:room/calendar.ics', limited, async (request, reply) => {
    const { room: id } = askedIn(request)
    const room = id === null ? null : await store.room(id)
    const kept = room && (await readDetails(database, room.id))
    if (!room || !kept?.schedule) return reject(reply, 'room-unknown')
    const cancelled = room.deletedAt != null
    const sequence = kept.version + (cancelled ? 1 : 0)
    const entry = { room: calendarRoom(room, kept, config.url), schedule: kept.schedule, sequence, cancelled }
    return await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="session.ics"')
      .send(calendarFile({ ...entry, at: clock.now() }))
  })
}
