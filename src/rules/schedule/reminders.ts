import type { Occurrence, Schedule } from '../../protocol/schedule.ts'
import type { Millis } from '../../protocol/types.ts'
import { nextStart, occurrences } from './occurrences.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long before an occurrence somebody is reminded. */
export const AHEAD = { day: DAY, hour: HOUR } as const
export type Ahead = keyof typeof AHEAD

/**
 * A reminder that is due. `says`: what is true at this moment, *soon* where it comes late. `until`: from when on it is of no use: at the
 * start, and of the one a day before where the one an hour before comes.
 */
export type Reminder = { ahead: Ahead; occurrence: Occurrence; says: Ahead | 'soon'; until: Millis }

// A reminder that is at most so late still says how long it takes.
const STILL_A_DAY = 4 * HOUR
const STILL_AN_HOUR = 10 * MINUTE

/** The reminders whose moment came at `since` or later and not after `at`, and that are still of use then. [REMIND-1] [REMIND-3] */
export function remindersDue(schedule: Schedule, since: Millis, at: Millis): Reminder[] {
  return occurrences(schedule, at, at + DAY + 1)
    .filter(({ start }) => start > at)
    .flatMap((occurrence): Reminder[] => {
      const left = occurrence.start - at
      const ahead = left <= HOUR ? 'hour' : 'day'
      if (left > AHEAD[ahead] || occurrence.start - AHEAD[ahead] < since) return []
      const late = ahead === 'day' ? left < DAY - STILL_A_DAY : left < HOUR - STILL_AN_HOUR
      const until = ahead === 'day' ? occurrence.start - HOUR : occurrence.start
      return [{ ahead, occurrence, says: late ? 'soon' : ahead, until }]
    })
}

/** The next moment after `at` at which somebody may be reminded; null if there is none. */
export function nextReminder(schedule: Schedule, at: Millis): Millis | null {
  const moments = Object.values(AHEAD).flatMap((ahead) => {
    const next = nextStart(schedule, at + ahead)
    return next ? [next.start - ahead] : []
  })
  return moments.length === 0 ? null : Math.min(...moments)
}
