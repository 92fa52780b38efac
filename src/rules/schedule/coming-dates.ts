import type { Schedule, Series } from '../../protocol/schedule.ts'
import type { ClockNote, ScheduleDate } from '../../protocol/portal/schedule-dates.ts'
import type { Millis } from '../../protocol/types.ts'
import { datesOf, seriesOf, timeOf } from './dates.ts'
import { dateAt, instantOf } from './occurrences.ts'

const DAY = 86_400_000
const ABOUT_A_YEAR = 400 * DAY

/**
 * The dates of a schedule that are still to come, cancelled ones too, at most so many, in the order of their series, so that one that is
 * moved stays in its place; those from the date `after` on, where it is given. [SCHEDULE-11]
 */
export function comingDates(schedule: Schedule, at: Millis, { most, after = '' }: { most: number; after?: string }) {
  const found: ScheduleDate[] = []
  for (const date of allComing(schedule, at, after)) {
    if (found.length >= most) break
    found.push(date)
  }
  return found
}

function* allComing(schedule: Schedule, at: Millis, after: string): Generator<ScheduleDate> {
  for (const [n, series] of seriesOf(schedule).entries()) {
    const near = dateAt(at, series.zone).subtract({ days: 2 })
    const from = after > near.toString() ? Temporal.PlainDate.from(after) : near
    const say = sayer(series, n)
    for (const { on } of series.exceptions) {
      const date = say(on)
      if (on >= after && on < from.toString() && isToCome(date, series.zone, at)) yield date
    }
    for (const on of datesOf(series, from)) {
      const date = say(on.toString())
      if (isToCome(date, series.zone, at)) yield date
    }
  }
}

/** Gives what is said of a date of a series, which is the n-th of its schedule. */
function sayer(series: Series, n: number): (on: string) => ScheduleDate {
  const { start, minutes, zone } = series
  const excepted = new Map(series.exceptions.map(({ on, moved }) => [on, moved]))
  const { value: first } = datesOf(series).next()
  return (on) => {
    const own = { start: `${on}T${timeOf(start)}`, minutes }
    const moved = excepted.get(on)
    const held = moved ?? own
    return {
      on,
      ...held,
      was: moved ? own.start : null,
      isCancelled: moved === null,
      series: n,
      isFirst: first?.toString() === on,
      clock: clockNote(held.start, zone),
    }
  }
}

const isToCome = ({ start, was }: ScheduleDate, zone: string, at: Millis): boolean =>
  instantOf(start, zone) > at || (was !== null && instantOf(was, zone) > at)

/** What the clocks of a zone make of a start; null where they show it once. [SCHEDULE-13] */
export function clockNote(start: string, zone: string): ClockNote | null {
  const typed = Temporal.PlainDateTime.from(start)
  const first = typed.toZonedDateTime(zone, { disambiguation: 'compatible' })
  const begins = first.toPlainDateTime()
  if (!begins.equals(typed)) return { start, begins: begins.toString().slice(0, 16) }
  const later = typed.toZonedDateTime(zone, { disambiguation: 'later' })
  return later.epochMilliseconds > first.epochMilliseconds ? { start, begins: null } : null
}

/** The first start to come that the clocks leave out or show twice, of about a year. */
export function nextClockNote(schedule: Schedule, at: Millis): ClockNote | null {
  const end = Temporal.Instant.fromEpochMilliseconds(at + ABOUT_A_YEAR).toString()
  for (const { clock, on, isCancelled } of allComing(schedule, at, '')) {
    if (on > end && schedule.repeat) return null
    if (clock && !isCancelled) return clock
  }
  return null
}
