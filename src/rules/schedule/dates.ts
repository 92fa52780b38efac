import type { Repeat, Schedule, Series } from '../../protocol/schedule.ts'

/** The first and the last date on which a room is held. [SCHEDULE-1] */
export const FIRST_DATE = Temporal.PlainDate.from('1970-01-01')
export const LAST_DATE = Temporal.PlainDate.from('2100-12-31')

const WEEK = 7

/** The series of a schedule, in their order. */
export const seriesOf = ({ following, ...first }: Schedule): [Series, ...Series[]] => [first, ...following]

/** The dates of a series from `from` on, in order, whether cancelled and moved or not. Its days are in order, each once. [SCHEDULE-3] */
export function* datesOf({ start, repeat }: Series, from = FIRST_DATE): Generator<Temporal.PlainDate> {
  const begin = dateOf(start)
  if (!repeat) {
    if (isBefore(from, begin) || from.equals(begin)) yield begin
    return
  }
  const { every, days, count } = repeat
  const first = firstFrom(begin, days)
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  const skipped = days.filter((day) => day < first.dayOfWeek).length
  const last = repeat.until === null ? LAST_DATE : Temporal.PlainDate.from(repeat.until)
  for (let round = Math.max(0, Math.floor(daysBetween(monday, from) / (WEEK * every))); ; round++)
    for (const [n, day] of days.entries()) {
      const date = monday.add({ days: WEEK * every * round + day - 1 })
      const before = round * days.length + n - skipped
      if (isBefore(last, date) || (count !== null && before >= count)) return
      if (before >= 0 && !isBefore(date, from)) yield date
    }
}

/** Whether a series has an occurrence of that date, as 2026-11-27, whether cancelled and moved or not. */
export const hasDate = (series: Series, on: string): boolean => dateTest(series)(on)

/**
 * Tells of dates whether a series has them; its days may be in any order. A series has a thousand exceptions, and each is looked up more than
 * once, so this counts days since 1970 and goes through no dates. Throws for what is no date.
 */
export function dateTest({ start, repeat }: Omit<Series, 'exceptions'>): (on: string) => boolean {
  const begin = dateOf(start)
  if (!repeat) return (on) => Temporal.PlainDate.from(on).equals(begin)
  const { every, days, count } = repeat
  const date = firstFrom(begin, days)
  const first = dayNumber(date)
  const monday = first - (date.dayOfWeek - 1)
  const ordered = [...new Set(days)].toSorted((one, other) => one - other)
  const skipped = ordered.filter((day) => day < date.dayOfWeek).length
  const last = dayNumber(repeat.until === null ? LAST_DATE : Temporal.PlainDate.from(repeat.until))
  return (on) => {
    const day = dayNumber(Temporal.PlainDate.from(on))
    const week = Math.floor((day - monday) / WEEK)
    const place = ordered.findIndex((each) => each === day - monday - week * WEEK + 1)
    if (day < first || day > last || week % every !== 0 || place < 0) return false
    return count === null || (week / every) * ordered.length + place - skipped < count
  }
}

const dayNumber = (date: Temporal.PlainDate) => daysBetween(FIRST_DATE, date)

/** The last date of a series; null if it has no end, or no date at all. */
export function lastDateOf(series: Series): Temporal.PlainDate | null {
  const { repeat } = series
  if (repeat && repeat.until === null && repeat.count === null) return null
  const end = repeat?.until ? Temporal.PlainDate.from(repeat.until) : (dateOfLastTime(series) ?? LAST_DATE)
  // No two dates are further apart than that, and the end may be some days after the last one.
  const near = end.subtract({ weeks: (repeat?.every ?? 1) + 1 })
  return [...datesOf(series, isBefore(near, FIRST_DATE) ? FIRST_DATE : near)].at(-1) ?? null
}

/** The date of the last of so many times; null where it is once only or after the last of all dates, or there is no number. */
function dateOfLastTime({ start, repeat }: Series): Temporal.PlainDate | null {
  if (!repeat) return dateOf(start)
  if (repeat.count === null) return null
  const { every, days, count } = repeat
  const first = firstFrom(dateOf(start), days)
  const weeks = Math.ceil(count / days.length) * every
  const end = first.add({ weeks })
  return isBefore(LAST_DATE, end) ? null : end
}

/** The date of a wall time. */
export const dateOf = (wall: string): Temporal.PlainDate => Temporal.PlainDate.from(wall.slice(0, 10))
/** The time of day of a wall time, as 15:00. */
export const timeOf = (wall: string): string => wall.slice(11)

/** Whether a date comes before another. */
export const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

const daysBetween = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  one.until(other, { largestUnit: 'days' }).days

/** The first date from `begin` on that falls on one of the days, of which there is one at least. */
function firstFrom(begin: Temporal.PlainDate, days: Repeat['days']): Temporal.PlainDate {
  const wait = Math.min(...days.map((day) => (day - begin.dayOfWeek + WEEK) % WEEK))
  return begin.add({ days: wait })
}
