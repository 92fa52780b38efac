import type { Exception, Schedule, Series } from '../../protocol/schedule.ts'
import { datesOf, dateTest, hasDate, seriesOf } from './dates.ts'
import { readSchedule, type ScheduleRead } from './read-schedule.ts'

/** *Only this one*: moves the occurrence of a date, or cancels it (null). Gives the schedule, or why it is rejected. [SCHEDULE-4] */
export function editOne(schedule: Schedule, on: string, moved: Exception['moved']): ScheduleRead {
  const all = seriesOf(schedule)
  const at = all.findIndex((series) => hasDate(series, on))
  const series = all[at]
  if (!series) return { fault: 'schedule-exception' }
  const exceptions = [...series.exceptions.filter((each) => each.on !== on), { on, moved }]
  return scheduleOf(all.with(at, { ...series, exceptions }))
}

/**
 * *This and all following*: ends the series before the occurrence of a date, and lets another begin in its place. What was moved or
 * cancelled later stays so where the other has an occurrence of that date too. Gives the schedule, or why it is rejected. [SCHEDULE-5]
 */
export function editFollowing(schedule: Schedule, on: string, changed: Omit<Series, 'exceptions'>): ScheduleRead {
  const all = seriesOf(schedule)
  const at = all.findIndex((series) => hasDate(series, on))
  const series = all[at]
  if (!series) return { fault: 'schedule-exception' }
  const later = all.slice(at).flatMap(({ exceptions }) => exceptions.filter((each) => each.on >= on))
  const begun = readSchedule({ ...changed, exceptions: [], following: [] })
  if ('fault' in begun) return begun
  const [next] = seriesOf(begun.schedule)
  const hasIt = dateTest(next)
  const exceptions = later.filter(({ on: date }) => hasIt(date))
  return scheduleOf([...all.slice(0, at), ...endedBefore(series, on), { ...next, exceptions }])
}

/** A series without its occurrences from a date on; none where that is its first. */
function endedBefore(series: Series, on: string): Series[] {
  const { value: first } = datesOf(series).next()
  if (!series.repeat || first?.toString() === on) return []
  const until = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
  const exceptions = series.exceptions.filter((each) => each.on < on)
  return [{ ...series, repeat: { ...series.repeat, until, count: null }, exceptions }]
}

function scheduleOf([first, ...following]: Series[]): ScheduleRead {
  return first ? readSchedule({ ...first, following }) : { fault: 'schedule-exception' }
}
