import type { Exception, Occurrence, Schedule, Series } from '../../protocol/schedule.ts'
import type { Millis } from '../../protocol/types.ts'
import { dateOf, datesOf, FIRST_DATE, isBefore, LAST_DATE, lastDateOf, seriesOf, timeOf } from './dates.ts'

const MINUTE = 60_000
// An occurrence lasts a day at most, and where a zone skipped a whole day it is held a day later.
const BEFORE = { days: 3 }

/** The instant of a wall time: of one that is missing as much later as is missing, of one that comes twice the first. [SCHEDULE-2] */
export function instantOf(wall: string, zone: string): Millis {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** The occurrences that are held at any time from `from` to before `to`, by their start. */
export function occurrences(schedule: Schedule, from: Millis, to: Millis): Occurrence[] {
  const found: Occurrence[] = []
  for (const series of seriesOf(schedule)) {
    for (const each of regularFrom(series, from)) {
      if (each.start >= to) break
      found.push(each)
    }
    found.push(...movedOf(series).filter(({ start, end }) => start < to && end > from))
  }
  return found.toSorted(byStart)
}

/** The first occurrence that is not over at an instant, whether it has begun or not; null if none follows. */
export function nextOccurrence(schedule: Schedule, at: Millis): Occurrence | null {
  const next = seriesOf(schedule).flatMap((series) => {
    const { value } = regularFrom(series, at).next()
    return [...(value ? [value] : []), ...movedOf(series).filter(({ end }) => end > at)]
  })
  return next.toSorted(byStart)[0] ?? null
}

/** The first occurrence that begins after an instant; null if none does. */
export function nextStart(schedule: Schedule, after: Millis): Occurrence | null {
  let next = nextOccurrence(schedule, after)
  while (next && next.start <= after) next = nextOccurrence(schedule, next.end)
  return next
}

/**
 * The last occurrence that is over at an instant; null if there was none. Everybody with a room's address has it looked up: a series of half a
 * century is looked through from its end.
 */
export function lastOccurrence(schedule: Schedule, at: Millis): Occurrence | null {
  let last: Occurrence | null = null
  const take = (each: Occurrence) => {
    if (each.end <= at && (!last || each.end > last.end)) last = each
  }
  const all = seriesOf(schedule)
  for (const series of all) movedOf(series).forEach(take)
  for (const series of all.toReversed()) lastRegular(series, at).forEach(take)
  return last
}

/** The last occurrence of a series that is at its own time and over at an instant; none if there was none. */
function lastRegular(series: Series, at: Millis): Occurrence[] {
  const { start, minutes, zone, exceptions } = series
  const excepted = new Set(exceptions.map(({ on }) => on))
  const today = dateAt(at, zone)
  const last = lastDateOf(series) ?? LAST_DATE
  const end = isBefore(last, today) ? last : today
  for (let weeks = 5; ; weeks *= 4) {
    const from = end.subtract({ weeks })
    const dates: string[] = []
    for (const date of datesOf(series, isBefore(from, FIRST_DATE) ? FIRST_DATE : from)) {
      if (isBefore(end, date)) break
      dates.push(date.toString())
    }
    for (const on of dates.toReversed()) {
      if (excepted.has(on)) continue
      const each = occurrence(on, { start: `${on}T${timeOf(start)}`, minutes }, zone)
      if (each.end <= at) return [each]
    }
    if (isBefore(from, dateOf(start))) return []
  }
}

/** Whether an occurrence is held at an instant. */
export const isWithin = (schedule: Schedule, at: Millis): boolean => occurrences(schedule, at, at + 1).length > 0

/** The occurrences of a series that are at their own time and not over at an instant, in order. */
function* regularFrom(series: Series, at: Millis): Generator<Occurrence> {
  const { start, minutes, zone, exceptions } = series
  const excepted = new Set(exceptions.map(({ on }) => on))
  for (const date of datesOf(series, dateAt(at, zone).subtract(BEFORE))) {
    const on = date.toString()
    if (excepted.has(on)) continue
    const each = occurrence(on, { start: `${on}T${timeOf(start)}`, minutes }, zone)
    if (each.end > at) yield each
  }
}

/** The occurrences of a series that were moved, by no order. */
function movedOf({ start, zone, exceptions }: Series): Occurrence[] {
  return exceptions.flatMap(({ on, moved }) =>
    moved ? [{ ...occurrence(on, moved, zone), was: instantOf(`${on}T${timeOf(start)}`, zone) }] : [],
  )
}

function occurrence(on: string, { start: wall, minutes }: NonNullable<Exception['moved']>, zone: string): Occurrence {
  const start = instantOf(wall, zone)
  return { on, start, end: start + minutes * MINUTE }
}

/** The date of an instant in a zone, within the years in which a room is held. */
export function dateAt(at: Millis, zone: string): Temporal.PlainDate {
  if (at < 0) return FIRST_DATE
  if (at > END) return LAST_DATE
  const date = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone).toPlainDate()
  return isBefore(date, FIRST_DATE) ? FIRST_DATE : date
}

const END = LAST_DATE.add({ days: 5 }).toZonedDateTime('UTC').epochMilliseconds

const byStart = (one: Occurrence, other: Occurrence) => one.start - other.start
