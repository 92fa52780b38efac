import type { Occurrence, Schedule } from '../../protocol/schedule.ts'
import type { Millis } from '../../protocol/types.ts'
import { occurrences } from './occurrences.ts'

const YEAR = 366 * 24 * 3_600_000

/** What became of the first occurrence that is not held as it was said: it is at another time, or nowhere (null). */
export type ScheduleChange = { was: Occurrence; when: Occurrence | null }

/**
 * What those are told who knew a schedule, by the first occurrence to come, of the next year, that is not held as it was; null where all are.
 * What is over or runs already changes for nobody. [REMIND-5]
 */
export function changeOf(before: Schedule | null, after: Schedule | null, at: Millis): ScheduleChange | null {
  const [old, now] = [before, after].map((schedule) => comingOf(schedule, at))
  const was = old?.find((each) => !now?.some((other) => isSame(each, other)))
  if (!was) return null
  const others = now?.filter((each) => !old?.some((other) => isSame(each, other))) ?? []
  return { was, when: others.find(({ on }) => on === was.on) ?? others[0] ?? null }
}

const comingOf = (schedule: Schedule | null, at: Millis): Occurrence[] =>
  schedule ? occurrences(schedule, at, at + YEAR).filter(({ start }) => start > at) : []

const isSame = (one: Occurrence, other: Occurrence) => one.start === other.start && one.end === other.end
