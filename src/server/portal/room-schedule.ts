import type { Logger } from 'pino'
import * as v from 'valibot'
import { Schedule } from '../../protocol/schedule.ts'
import type { Millis, RoomId } from '../../protocol/types.ts'
import { nextOccurrence } from '../../rules/schedule/occurrences.ts'
import type { Database } from '../database/database.ts'

const Kept = v.fallback(v.nullable(v.pipe(v.string(), v.parseJson(), Schedule)), null)
// What one look brings on; what is left is brought on by the next.
const AT_ONCE = 500

/** A schedule as the database has it; one that cannot be read any more is none. */
export const scheduleOf = (kept: string | null): Schedule | null => v.parse(Kept, kept)

/** The columns of a schedule: the occurrence that runs or comes next is found by them. */
export function scheduleColumns(schedule: Schedule | null, at: Millis) {
  const next = schedule && nextOccurrence(schedule, at)
  return {
    schedule: schedule && JSON.stringify(schedule),
    nextAt: next?.start ?? null,
    nextEndsAt: next?.end ?? null,
  }
}

/** Told of a room whose time is over. */
type Ended = (room: RoomId, end: Millis) => Promise<void>

/** Sees to it that a room whose time is over goes on to the next, and is told; looked at often, by one look at a time. [MINE-3] [SCHEDULE-10] */
export class ScheduleWatch {
  readonly #database: Database
  readonly #log: Logger
  readonly #ended: Ended
  #isLooking = false

  constructor(database: Database, log: Logger, ended: Ended) {
    this.#database = database
    this.#log = log
    this.#ended = ended
  }

  look(at: Millis): void {
    if (this.#isLooking) return
    this.#isLooking = true
    advance(this.#database, at, this.#ended)
      .catch((fault: unknown) => this.#log.warn({ fault }, 'the next times of rooms could not be looked up'))
      .finally(() => (this.#isLooking = false))
  }
}

async function advance(database: Database, at: Millis, ended: Ended): Promise<void> {
  const over = await database
    .selectFrom('roomDetails')
    .select(['room', 'schedule', 'nextEndsAt'])
    .where('nextEndsAt', '<=', at)
    .limit(AT_ONCE)
    .execute()
  for (const { room, schedule, nextEndsAt } of over) {
    const { numUpdatedRows } = await database
      .updateTable('roomDetails')
      .set(scheduleColumns(scheduleOf(schedule), at))
      .where('room', '=', room)
      // It may have been set otherwise meanwhile.
      .where('schedule', 'is', schedule)
      .executeTakeFirst()
    if (numUpdatedRows > 0n && nextEndsAt !== null) await ended(room, nextEndsAt)
  }
}
