import type { Occurrence, Schedule } from '../../protocol/schedule.ts'
import type { Millis } from '../../protocol/types.ts'
import { occurrences } from './occurrences.ts'

const YEAR = 366 * 24 * 3_600_000

/** What became of an occurrence that is not held as it was said: it is at another time, or nowhere (null). */
export type ScheduleChange = { was: Occurrence; when: Occurrence | null }

/**
 * What those are told who knew a schedule: the occurrences to come, of the next year, that are not held as they were, in their order. What is
 * over or runs already changes for nobody. [REMIND-5]
 */
export function changesOf(before: Schedule | null, after: Schedule | null, at: Millis): ScheduleChange[] {
  const [old, now] = [comingOf(before, at), comingOf(after, at)]
  const gone = without(old, now).filter(({ start }) => start < at + YEAR)
  const added = without(now, old)
  const sameDate = new Map(added.map((each) => [each.on, each]))
  const taken = new Set(gone.flatMap(({ on }) => sameDate.get(on) ?? []))
  // What has no other time on its date has one of those that are left, in their order.
  const left = added.filter((each) => !taken.has(each))[Symbol.iterator]()
  return gone.map((was) => ({ was, when: sameDate.get(was.on) ?? left.next().value ?? null }))
}

// Twice as far as is told: what was at the end of a year may be in the next.
const comingOf = (schedule: Schedule | null, at: Millis): Occurrence[] =>
  schedule ? occurrences(schedule, at, at + 2 * YEAR).filter(({ start }) => start > at) : []

function without(some: readonly Occurrence[], others: readonly Occurrence[]): Occurrence[] {
  const known = new Set(others.map(({ start, end }) => `${start} ${end}`))
  return some.filter(({ start, end }) => !known.has(`${start} ${end}`))
}
