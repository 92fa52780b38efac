import type { Logger } from 'pino'
import * as v from 'valibot'
import { Schedule } from '../../protocol/schedule.ts'
import type { Millis } from '../../protocol/types.ts'
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

/** Sees to it that a room whose time is over goes on to the next; looked at often, by one look at a time. [MINE-3] */
export class ScheduleWatch {
  readonly #database: Database
  readonly #log: Logger
  #isLooking = false

  constructor(database: Database, log: Logger) {
    this.#database = database
    this.#log = log
  }

  look(at: Millis): void {
    if (this.#isLooking) return
    this.#isLooking = true
    advance(this.#database, at)
      .catch((fault: unknown) => this.#log.warn({ fault }, 'the next times of rooms could not be looked up'))
      .finally(() => (this.#isLooking = false))
  }
}

async function advance(database: Database, at: Millis): Promise<void> {
  const over = await database
    .selectFrom('roomDetails')
    .select(['room', 'schedule'])
    .where('nextEndsAt', '<=', at)
    .limit(AT_ONCE)
    .execute()
  for (const { room, schedule } of over)
    await database
      .updateTable('roomDetails')
      .set(scheduleColumns(scheduleOf(schedule), at))
      .where('room', '=', room)
      // It may have been set otherwise meanwhile.
      .where('schedule', 'is', schedule)
      .execute()
}
