import * as v from 'valibot'

/** A date of the calendar, as 2026-11-27. */
export const CalendarDate = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
/** A date and a time of day without a zone, as 2026-11-27T15:00. */
export const WallTime = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
export const Whole = v.pipe(v.number(), v.integer())
/** A day of the week; 1 is Monday. */
export const Weekday = v.pipe(Whole, v.minValue(1), v.maxValue(7))

/** The longest time that an occurrence lasts, in minutes: a day. [SCHEDULE-1] */
export const MINUTES_MAX = 1_440
/** How many occurrences of a schedule may be moved or cancelled, and how many times a series may be repeated by number. [SCHEDULE-6] */
export const EXCEPTIONS_MAX = 1_000
export const TIMES_MAX = 1_000
/** How many minutes before the start who comes early may wait, unless the room says otherwise. [SCHEDULE-7] */
export const EARLY_MINUTES = 15

const FOLLOWING_MAX = 100

/** A list that is measured before it is read. */
export const listOf = <S extends v.GenericSchema>(most: number, each: S) =>
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(each))

/** When an occurrence takes place: from a wall time on, in minutes. Whether they make sense is decided by the rules. */
export const Time = v.object({ start: WallTime, minutes: Whole })

/** The occurrence of the date `on` is cancelled (null), or moved. [SCHEDULE-4] */
export const Exception = v.object({ on: CalendarDate, moved: v.nullable(Time) })
export type Exception = v.InferOutput<typeof Exception>

/** Every 1 to 4 weeks on weekdays (1 is Monday), until a date, for a number of times, or without an end. */
const Repeat = v.pipe(
  v.object({
    every: v.pipe(Whole, v.minValue(1), v.maxValue(4)),
    days: listOf(7, Weekday),
    until: v.nullable(CalendarDate),
    count: v.nullable(Whole),
  }),
  v.check(({ until, count }) => until === null || count === null),
)
export type Repeat = v.InferOutput<typeof Repeat>

/** Occurrences at one wall time of a zone (an IANA name): one, or repeated by weeks. */
const Series = v.object({
  ...Time.entries,
  zone: v.pipe(v.string(), v.maxLength(100)),
  repeat: v.nullable(Repeat),
  // Twice what is allowed, so that too many are answered with a reason.
  exceptions: listOf(2 * EXCEPTIONS_MAX, Exception),
})
export type Series = v.InferOutput<typeof Series>

/**
 * When a room is held; a room that is always open has null in its place. `following`: the series that took over where all from one
 * occurrence on were changed, in their order. [SCHEDULE-1] [SCHEDULE-5]
 */
export const Schedule = v.object({
  ...Series.entries,
  following: v.optional(listOf(FOLLOWING_MAX, Series), []),
})
export type Schedule = v.InferOutput<typeof Schedule>

/**
 * One time at which a room is held, by instants in ms; `on` is the date by which it is changed, also after it was moved. `was`: when it
 * would begin, had it not been moved.
 */
export const Occurrence = v.object({
  on: v.string(),
  start: v.number(),
  end: v.number(),
  was: v.optional(v.number()),
})
export type Occurrence = v.InferOutput<typeof Occurrence>

/**
 * Where a room stands by its schedule. Before: from `waitAt` on those who come early wait, and at `enterAt` they come in. Open: within the
 * occurrence, or live outside of all (null). Over: nothing follows. [SCHEDULE-7] [SCHEDULE-8]
 */
export const SchedulePhase = v.variant('phase', [
  v.object({
    phase: v.literal('before'),
    next: Occurrence,
    waitAt: v.number(),
    enterAt: v.number(),
    last: v.nullable(Occurrence),
  }),
  v.object({ phase: v.literal('open'), occurrence: v.nullable(Occurrence), next: v.nullable(Occurrence) }),
  v.object({ phase: v.literal('over'), last: v.nullable(Occurrence) }),
])
export type SchedulePhase = v.InferOutput<typeof SchedulePhase>
