import type { Refusal } from '../../protocol/refusals.ts'
import {
  EXCEPTIONS_MAX,
  MINUTES_MAX,
  TIMES_MAX,
  type Repeat,
  type Schedule,
  type Series,
} from '../../protocol/schedule.ts'
import { datesOf, dateTest, FIRST_DATE, isBefore, LAST_DATE, lastDateOf, seriesOf } from './dates.ts'

/** Why a schedule is rejected. */
export type ScheduleFault = Extract<Refusal, `schedule-${string}`>
export type ScheduleRead = { schedule: Schedule } | { fault: ScheduleFault }

/** Normalises a schedule that was typed: days and exceptions in order, zones in their own capitals. Gives the schedule, or why it is rejected. [SCHEDULE-6] */
export function readSchedule(typed: Schedule): ScheduleRead {
  const typedSeries = seriesOf(typed)
  if (typedSeries.reduce((sum, { exceptions }) => sum + exceptions.length, 0) > EXCEPTIONS_MAX)
    return { fault: 'schedule-exceptions' }
  const wrong = first(typedSeries, faultOf)
  if (wrong) return { fault: wrong }
  const schedule = { ...inOrder(typed), following: typed.following.map(inOrder) }
  const fault = first([...seriesOf(schedule).entries()], ([n, each]) => faultOfDates(each, schedule.following[n]))
  return fault ? { fault } : { schedule }
}

/** What is wrong with the parts of a series, each for itself. */
function faultOf({ start, minutes, zone, repeat, exceptions }: Series): ScheduleFault | null {
  const moved = exceptions.flatMap((each) => (each.moved ? [each.moved] : []))
  const dates = [start, ...moved.map((each) => each.start), ...exceptions.map(({ on }) => on), repeat?.until ?? start]
  return (
    first(dates, faultOfDate) ??
    first([minutes, ...moved.map((each) => each.minutes)], faultOfLength) ??
    (zoneNamed(zone) === null ? 'schedule-zone' : null) ??
    (repeat && repeat.days.length === 0 ? 'schedule-days' : null) ??
    (repeat && !isTimes(repeat.count ?? 1) ? 'schedule-times' : null)
  )
}

/** What is wrong with the dates of a series, whose parts are right; `next` takes over from it. */
function faultOfDates(series: Series, next: Series | undefined): ScheduleFault | null {
  const { value: date } = datesOf(series).next()
  if (!date) return 'schedule-until'
  const asked = series.exceptions.map(({ on }) => on)
  if (new Set(asked).size < asked.length || !asked.every(dateTest(series))) return 'schedule-exception'
  if (!next) return null
  const last = lastDateOf(series)
  const { value: begin } = datesOf(next).next()
  return last && begin && isBefore(last, begin) ? null : 'schedule-following'
}

/** The first fault of a list, if any has one. */
function first<T>(all: readonly T[], faultIn: (each: T) => ScheduleFault | null): ScheduleFault | null {
  for (const each of all) {
    const fault = faultIn(each)
    if (fault) return fault
  }
  return null
}

/** What is wrong with a date, or with a wall time. */
function faultOfDate(typed: string): ScheduleFault | null {
  try {
    const date = Temporal.PlainDateTime.from(typed).toPlainDate()
    return isBefore(date, FIRST_DATE) || isBefore(LAST_DATE, date) ? 'schedule-year' : null
  } catch {
    return 'schedule-date'
  }
}

function faultOfLength(minutes: number): ScheduleFault | null {
  if (minutes < 1) return 'schedule-end'
  return minutes > MINUTES_MAX ? 'schedule-long' : null
}

/** The name of a time zone in its own capitals; null if there is none. A distance from UTC, as +02:00, is no zone. */
function zoneNamed(typed: string): string | null {
  if (!/^[A-Za-z]/.test(typed)) return null
  try {
    return FIRST_DATE.toZonedDateTime(typed).timeZoneId
  } catch {
    return null
  }
}

const isTimes = (count: number) => count >= 1 && count <= TIMES_MAX

function inOrder<S extends Series>(series: S): S {
  const byDate = series.exceptions.toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const zone = zoneNamed(series.zone) ?? series.zone
  return { ...series, zone, repeat: series.repeat && daysInOrder(series.repeat), exceptions: byDate }
}

const daysInOrder = (repeat: Repeat): Repeat => ({
  ...repeat,
  days: [...new Set(repeat.days)].toSorted((one, other) => one - other),
})
