import { sql, type RawBuilder } from 'kysely'
import * as v from 'valibot'
import { MY_ROOMS_MAX, type MyPart, type MyRoomsAsked, type MyView } from '../../protocol/rooms.ts'
import { RoomStart } from '../../protocol/session.ts'
import { Id, Role, type Millis, type RoomId } from '../../protocol/types.ts'
import { searchKey } from '../../rules/audience/search-key.ts'
import type { Database } from '../database/database.ts'
import { tagsOf } from './room-details.ts'
import { scheduleOf } from './room-schedule.ts'
import type { Mine } from './templates.ts'

type Condition = RawBuilder<boolean>

// The words of a search, of which more would narrow nothing.
const WORDS_MAX = 8
// No time is later than this (the year 9999): a room without one comes after those that have one.
const NEVER: Millis = 253_402_300_799_000

// As a number a role can be compared: the highest is 0.
// A chat moderator by name alone is a participant.
const RANK = sql.raw(
  `CASE role ${Role.options.map((role, n) => `WHEN '${role}' THEN ${n}`).join(' ')} ELSE ${Role.options.indexOf('participant')} END`,
)

const Row = v.pipe(
  v.object({
    id: Id,
    name: v.string(),
    rank: v.number(),
    createdAt: v.number(),
    deletedAt: v.nullable(v.number()),
    endedAt: v.nullable(v.number()),
    start: v.fallback(v.nullable(v.pipe(v.string(), v.parseJson(), RoomStart)), null),
    tags: v.string(),
    early: v.number(),
    archivedAt: v.nullable(v.number()),
    nextAt: v.nullable(v.number()),
    nextEndsAt: v.nullable(v.number()),
    schedule: v.nullable(v.string()),
    place: v.number(),
  }),
  v.transform(({ tags, start, rank, nextAt, nextEndsAt, schedule, ...row }) => ({
    ...row,
    next: nextAt === null || nextEndsAt === null ? null : { start: nextAt, end: nextEndsAt },
    repeats: scheduleOf(schedule)?.repeat != null,
    role: Role.options[rank] ?? 'participant',
    tags: tagsOf(tags),
    waitingRoom: start?.waitingRoom ?? false,
  })),
)
/** One of one's rooms as the database has it; `place`: by what the list is ordered, the smallest first. */
export type MyRow = v.InferOutput<typeof Row>

/**
 * A window of one's rooms of a view: those of the account, and those in which one is somebody. `running`: the rooms whose session runs now.
 * Words find a room in its name, its tags and its description, as names are searched for [AUDIENCE-7]. `next`: with what the window after
 * this is asked for. [MINE-2]
 */
export async function myRooms(
  database: Database,
  mine: Mine,
  { view, mine: part, search, before }: MyRoomsAsked,
  running: readonly RoomId[],
): Promise<{ rows: MyRow[]; next: string | null }> {
  const words = searchKey(search).split(' ').filter(Boolean).slice(0, WORDS_MAX)
  const wanted = [
    isIn(view, running),
    hasPart(part),
    ...words.map((word): Condition => sql`instr(d.words, ${word}) > 0`),
    isAfter(before),
  ]
  const query = sql`
    WITH mine AS (${allOf(mine)}),
      best AS (SELECT room, min(rank) AS rank FROM mine GROUP BY room),
      found AS (
        SELECT r.id, r.name, b.rank, r.createdAt, r.deletedAt, s.endedAt, r.start, d.tags, d.early, d.words, d.archivedAt, d.nextAt, d.nextEndsAt, d.schedule,
          ${placeIn(view)} AS place
        FROM best b JOIN rooms r ON r.id = b.room JOIN roomDetails d ON d.room = r.id LEFT JOIN sessions s ON s.id = r.session
      )
    SELECT id, name, rank, createdAt, deletedAt, endedAt, start, tags, early, archivedAt, nextAt, nextEndsAt, schedule, place FROM found d
      WHERE ${sql.join(wanted, sql` AND `)} ORDER BY place, id LIMIT ${MY_ROOMS_MAX + 1}`
  const { rows } = await query.execute(database)
  const read = rows.slice(0, MY_ROOMS_MAX).map((row) => v.parse(Row, row))
  const last = rows.length > MY_ROOMS_MAX ? read.at(-1) : undefined
  return { rows: read, next: last ? `${last.place} ${last.id}` : null }
}

/** Every room of somebody's, with each role that they have there. */
export const allOf = ({ account, guests }: Mine) => sql`
  SELECT room, 0 AS rank FROM roomOwners WHERE account = ${account?.id ?? null}
  UNION ALL SELECT room, ${RANK} AS rank FROM memberships WHERE kind = 'account' AND subject = ${account?.id ?? null}
  UNION ALL SELECT room, ${RANK} AS rank FROM memberships
    WHERE kind = 'email' AND subject = ${account?.emailVerified ? account.email : null}
  UNION ALL SELECT room, ${RANK} AS rank FROM memberships
    WHERE kind = 'group' AND subject IN (SELECT name FROM accountGroups WHERE account = ${account?.id ?? null})
  UNION ALL SELECT room, ${RANK} AS rank FROM people WHERE guest IN (SELECT value FROM json_each(${JSON.stringify(guests)}))`

/** [MINE-3] Upcoming is what has a time to come, or had no session yet; past is all else. */
function isIn(view: MyView, running: readonly RoomId[]): Condition {
  const runs: Condition = sql`id IN (SELECT value FROM json_each(${JSON.stringify(running)}))`
  const isUpcoming: Condition = sql`(nextAt IS NOT NULL OR (schedule IS NULL AND endedAt IS NULL))`
  switch (view) {
    case 'deleted':
      return sql`deletedAt IS NOT NULL`
    case 'archived':
      return sql`deletedAt IS NULL AND archivedAt IS NOT NULL`
    case 'live':
      return sql`deletedAt IS NULL AND ${runs}`
    case 'upcoming':
      return sql`deletedAt IS NULL AND archivedAt IS NULL AND NOT ${runs} AND ${isUpcoming}`
    case 'past':
      return sql`deletedAt IS NULL AND archivedAt IS NULL AND NOT ${runs} AND NOT ${isUpcoming}`
  }
}

/** What comes is in the order of its time, then what has none, the newest first; what was is so from the start. */
function placeIn(view: MyView): RawBuilder<number> {
  if (view === 'upcoming') return sql`coalesce(d.nextAt, ${2 * NEVER} - r.createdAt)`
  if (view === 'past') return sql`-coalesce(s.endedAt, r.createdAt)`
  return view === 'deleted' ? sql`-r.deletedAt` : sql`-r.createdAt`
}

function hasPart(part: MyPart): Condition {
  switch (part) {
    case 'all':
      return sql`1`
    case 'host':
      return sql`rank <= ${Role.options.indexOf('cohost')}`
    case 'moderator':
      return sql`rank = ${Role.options.indexOf('moderator')}`
    case 'invited':
      return sql`rank > ${Role.options.indexOf('moderator')}`
  }
}

/** What comes after the row that a cursor names; of a cursor that is none, all. */
function isAfter(cursor: string | undefined): Condition {
  const [, place, id] = /^(-?\d{1,16}) ([\w-]{22})$/.exec(cursor ?? '') ?? []
  return place === undefined || id === undefined ? sql`1` : sql`(place, id) > (${Number(place)}, ${id})`
}
