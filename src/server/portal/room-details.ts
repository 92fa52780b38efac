import { sql } from 'kysely'
import * as v from 'valibot'
import type { RoomStart } from '../../protocol/session.ts'
import { Brand, type RoomAbout, type RoomChange, type RoomPictures, type Timing } from '../../protocol/rooms.ts'
import type { Millis, RoomId } from '../../protocol/types.ts'
import { searchKey } from '../../rules/audience/search-key.ts'
import { nextReminder } from '../../rules/schedule/reminders.ts'
import type { Database } from '../database/database.ts'
import { picturesOfRoom } from '../pictures/pictures.ts'
import { describe } from './description.ts'
import { scheduleColumns, scheduleOf } from './room-schedule.ts'

/** What is kept around a room besides what its sessions begin with. */
export type KeptDetails = Pick<RoomChange, 'description' | 'tags' | 'early' | 'brand' | 'version' | 'schedule'> & {
  html: string
  pictures: RoomPictures
  archivedAt: Millis | null
}

const Tags = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(v.string())), [])

/** Tags as the database has them. */
export const tagsOf = (kept: string): string[] => v.parse(Tags, kept)

/** What is kept around a room; null where there is no such room. */
export async function readDetails(database: Database, room: RoomId): Promise<KeptDetails | null> {
  const row = await database.selectFrom('roomDetails').selectAll().where('room', '=', room).executeTakeFirst()
  if (!row) return null
  const { version, description, html, early, archivedAt } = row
  const kept = { tags: tagsOf(row.tags), brand: v.parse(Brand, row), schedule: scheduleOf(row.schedule) }
  return { version, description, html, early, archivedAt, pictures: await picturesOfRoom(database, room), ...kept }
}

/** What everybody with the room's address may know of it. */
export function aboutOf(
  name: string,
  { html, tags, brand, pictures }: KeptDetails,
  timing: Timing | null,
  speakers: RoomAbout['speakers'],
): RoomAbout {
  return { name, html, tags, brand, pictures, timing, speakers }
}

type Changed = Pick<RoomChange, 'name' | 'description' | 'tags' | 'early' | 'brand' | 'version' | 'schedule'>

/**
 * Keeps what a room is set to, all of it or nothing. False where it was changed since `version`: then nothing is kept. [ROOM-7] What was
 * typed has been read by `readForm`.
 */
export async function saveDetails(
  database: Database,
  room: RoomId,
  { name, description, tags, early, brand, schedule, version }: Changed,
  start: RoomStart,
): Promise<boolean> {
  const { html, text } = describe(description)
  const columns = scheduleColumns(schedule, start.at)
  const remindAt = schedule && nextReminder(schedule, start.at)
  const words = searchKey([name, ...tags, text].join(' '))
  return await database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('roomDetails')
      .set({
        description,
        html,
        tags: JSON.stringify(tags),
        early,
        ...brand,
        ...columns,
        // A reminder that is due is not lost by a change of something else.
        remindAt: sql<number | null>`CASE WHEN schedule IS ${columns.schedule} THEN remindAt ELSE ${remindAt} END`,
        words,
        version: version + 1,
      })
      .where('room', '=', room)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await transaction
      .updateTable('rooms')
      .set({ name, start: JSON.stringify(start) })
      .where('id', '=', room)
      .execute()
    return true
  })
}

/** Puts a room aside, or back among the others. [ROOM-9] */
export async function setArchived(database: Database, room: RoomId, at: Millis | null): Promise<void> {
  await database.updateTable('roomDetails').set({ archivedAt: at }).where('room', '=', room).execute()
}

/** Counts that a room was had back: its entry in calendars has a higher number than the one by which it was taken off them. [CALENDAR-3] */
export async function countRestored(database: Database, room: RoomId): Promise<void> {
  const version = sql<number>`version + 2`
  await database.updateTable('roomDetails').set({ version }).where('room', '=', room).execute()
}
