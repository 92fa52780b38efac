import * as v from 'valibot'
import { CalendarDate, Exception, listOf, Schedule, Time, WallTime, Weekday, Whole } from '../schedule.ts'

/** How many dates of a schedule are asked for at once. */
export const DATES_MAX = 200

/**
 * What is changed of a schedule by its dates. `following`: the date `on` and all after it are held from `start` on, on weekdays. `rejoin`:
 * the series of that place in `following` goes, and the one before it goes on. [SCHEDULE-11]
 */
export const DateChange = v.variant('do', [
  v.object({ do: v.literal('move'), on: CalendarDate, ...Time.entries }),
  v.object({ do: v.literal('cancel'), on: CalendarDate }),
  v.object({ do: v.literal('restore'), on: CalendarDate }),
  v.object({ do: v.literal('following'), on: CalendarDate, ...Time.entries, days: listOf(7, Weekday) }),
  v.object({ do: v.literal('rejoin'), following: v.pipe(Whole, v.minValue(0)) }),
])
export type DateChange = v.InferOutput<typeof DateChange>

/** POST /api/schedule-dates: a schedule as it is typed, and what is to be changed of it; nothing is kept. */
export const DatesAsked = v.object({
  schedule: Schedule,
  change: v.nullable(DateChange),
  most: v.pipe(Whole, v.minValue(1), v.maxValue(DATES_MAX)),
})
export type DatesAsked = v.InferOutput<typeof DatesAsked>

/** A start that the clocks of its zone leave out, with the wall time at which it begins instead, or show twice (null). [SCHEDULE-13] */
const ClockNote = v.object({ start: WallTime, begins: v.nullable(WallTime) })
export type ClockNote = v.InferOutput<typeof ClockNote>

/**
 * A date to come, by the wall time at which it is held, or would be where it is cancelled. `was`: the wall time from which it was moved.
 * `series`: which one of the schedule it is of, 0 being the first; `isFirst`: whether it is the first of that.
 */
export const ScheduleDate = v.object({
  on: CalendarDate,
  ...Time.entries,
  was: v.nullable(WallTime),
  isCancelled: v.boolean(),
  series: v.number(),
  isFirst: v.boolean(),
  clock: v.nullable(ClockNote),
})
export type ScheduleDate = v.InferOutput<typeof ScheduleDate>

/**
 * The schedule as it would be, and its next dates. `changed`: the date that was asked to be changed. `lost`: what was moved or cancelled
 * and has no date any more. `clock`: the first start to come, of about a year, that the clocks leave out or show twice.
 */
export const ScheduleDates = v.object({
  schedule: Schedule,
  dates: v.array(ScheduleDate),
  hasMore: v.boolean(),
  changed: v.nullable(ScheduleDate),
  lost: v.array(Exception),
  clock: v.nullable(ClockNote),
})
export type ScheduleDates = v.InferOutput<typeof ScheduleDates>
