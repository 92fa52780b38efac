import { EXCEPTIONS_MAX, type Exception, type Schedule, type Series } from '../../protocol/schedule.ts'
import type { DateChange } from '../../protocol/portal/schedule-dates.ts'
import type { Millis } from '../../protocol/types.ts'
import { datesOf, dateTest, hasDate, lastDateOf, seriesOf } from './dates.ts'
import { editFollowing, editOne } from './edit.ts'
import { instantOf, occurrences } from './occurrences.ts'
import { readSchedule, type ScheduleFault, type ScheduleRead } from './read-schedule.ts'

/** A schedule as it is after a change, and what was moved or cancelled and has no date in it any more; or why it is rejected. */
export type DatesChanged = { schedule: Schedule; lost: Exception[] } | { fault: ScheduleFault }

/**
 * Changes the dates of a schedule as it is typed; null only leaves out what does not fit it. Nothing that has begun is changed, and
 * nothing is moved into the past or over another date. [SCHEDULE-11] [SCHEDULE-12] [SCHEDULE-14]
 */
export function changeDates(typed: Schedule, change: DateChange | null, at: Millis): DatesChanged {
  const before = fitting(typed)
  if ('fault' in before) return before
  const after = change ? changed(before.schedule, change, at) : before
  if ('fault' in after) return after
  const kept = new Set(exceptionsOf(after.schedule).map(({ on }) => on))
  const asked = change && 'on' in change ? change.on : null
  const lost = exceptionsOf(typed).filter(({ on }) => on !== asked && !kept.has(on))
  return { schedule: after.schedule, lost }
}

const exceptionsOf = (schedule: Schedule) => seriesOf(schedule).flatMap(({ exceptions }) => exceptions)

/** A schedule without the exceptions that are on none of its dates. */
function fitting(typed: Schedule): ScheduleRead {
  if (exceptionsOf(typed).length > EXCEPTIONS_MAX) return { fault: 'schedule-exceptions' }
  const bare = readSchedule(withExceptions(typed, () => []))
  if ('fault' in bare) return bare
  return readSchedule(withExceptions(typed, ({ exceptions, ...series }) => exceptions.filter(isAmong(series))))
}

function withExceptions(schedule: Schedule, of: (series: Series) => Exception[]): Schedule {
  const following = schedule.following.map((series) => ({ ...series, exceptions: of(series) }))
  return { ...schedule, exceptions: of(schedule), following }
}

/** Tells whether a series has the date of an exception, which may be none of the calendar. */
function isAmong(series: Omit<Series, 'exceptions'>): (exception: { on: string }) => boolean {
  const has = dateTest(series)
  return ({ on }) => {
    try {
      return has(on)
    } catch {
      return false
    }
  }
}

const isDateOf = (series: Series, on: string): boolean => isAmong(series)({ on })

function changed(schedule: Schedule, change: DateChange, at: Millis): ScheduleRead {
  if (change.do === 'rejoin') return rejoin(schedule, change.following + 1)
  const { on } = change
  const own = restore(schedule, on)
  if ('fault' in own) return own
  if (change.do === 'restore') return freeOf(own, on, at)
  if (hasBegun(schedule, on, at)) return { fault: 'schedule-past' }
  if (change.do === 'cancel') return editOne(schedule, on, null)
  const { start, minutes } = change
  if (change.do === 'move') return freeOf(editOne(schedule, on, { start, minutes }), on, at)
  const changedSeries = takingOver(own.schedule, change)
  return freeOf(editFollowing(own.schedule, on, changedSeries), start.slice(0, 10), at)
}

/** A schedule whose occurrence of a date is at its own time again. */
function restore(schedule: Schedule, on: string): ScheduleRead {
  const all = seriesOf(schedule)
  if (!all.some((series) => isDateOf(series, on))) return { fault: 'schedule-exception' }
  return readSchedule(withExceptions(schedule, ({ exceptions }) => exceptions.filter((each) => each.on !== on)))
}

/** The same, unless the occurrence of a date begins in the past, or while another is held. */
function freeOf(read: ScheduleRead, on: string, at: Millis): ScheduleRead {
  if ('fault' in read) return read
  const span = spanOf(read.schedule, on)
  if (!span) return read
  if (span.start <= at) return { fault: 'schedule-past' }
  const others = occurrences(read.schedule, span.start, span.end).filter((each) => each.on !== on)
  return others.length > 0 ? { fault: 'schedule-overlap' } : read
}

/** Whether the occurrence of a date, where it is held now or was to be, has begun. */
const hasBegun = (schedule: Schedule, on: string, at: Millis): boolean => (spanOf(schedule, on)?.start ?? at) <= at

/** From when until when the occurrence of a date is held, in ms, or would be if it is cancelled; null where there is none. */
function spanOf(schedule: Schedule, on: string): { start: Millis; end: Millis } | null {
  const series = seriesOf(schedule).find((each) => isDateOf(each, on))
  if (!series) return null
  const { start: wall, minutes } = series.exceptions.find((each) => each.on === on)?.moved ?? {
    start: `${on}${series.start.slice(10)}`,
    minutes: series.minutes,
  }
  const start = instantOf(wall, series.zone)
  return { start, end: start + minutes * 60_000 }
}

/** The series that takes over from a date on: as often as the one before, and until the schedule would have ended. [SCHEDULE-5] */
function takingOver(
  schedule: Schedule,
  { on, start, minutes, days }: Extract<DateChange, { do: 'following' }>,
): Omit<Series, 'exceptions'> {
  const all = seriesOf(schedule)
  const series = all.find((each) => hasDate(each, on)) ?? schedule
  const { zone, repeat } = series
  if (!repeat) return { start, minutes, zone, repeat }
  if (series !== all.at(-1)) {
    const last = lastDateOf(all.at(-1) ?? series)
    return { start, minutes, zone, repeat: { ...repeat, days, until: last?.toString() ?? null, count: null } }
  }
  const count = repeat.count === null ? null : repeat.count - countBefore(series, on)
  return { start, minutes, zone, repeat: { ...repeat, days, count } }
}

/** How many dates a series has before one of them. */
function countBefore(series: Series, on: string): number {
  let count = 0
  for (const date of datesOf(series)) {
    if (date.toString() >= on) break
    count++
  }
  return count
}

/** Takes the n-th series out of a schedule: the one before it goes on in its place, until the other would have ended. */
function rejoin(schedule: Schedule, n: number): ScheduleRead {
  const all = seriesOf(schedule)
  const [before, series] = [all[n - 1], all[n]]
  if (!before?.repeat || !series) return { fault: 'schedule-following' }
  const until = lastDateOf(series)?.toString() ?? null
  const exceptions = [...before.exceptions, ...series.exceptions]
  const joined = { ...before, repeat: { ...before.repeat, until, count: null }, exceptions }
  const [first, ...following] = all.toSpliced(n - 1, 2, joined)
  return first ? fitting({ ...first, following }) : { fault: 'schedule-following' }
}
