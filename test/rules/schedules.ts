import * as fc from 'fast-check'
import type { Exception, Repeat, Schedule, Series } from '../../src/protocol/schedule.ts'
import type { DateChange, ScheduleDate } from '../../src/protocol/portal/schedule-dates.ts'
import { datesOf, seriesOf } from '../../src/rules/schedule/dates.ts'
import { editFollowing, editOne } from '../../src/rules/schedule/edit.ts'
import { changeDates } from '../../src/rules/schedule/change-dates.ts'
import { comingDates } from '../../src/rules/schedule/coming-dates.ts'
import { readSchedule } from '../../src/rules/schedule/read-schedule.ts'

/** One meeting at a wall time in Berlin, unless said otherwise. */
export function once(start: string, more: Partial<Schedule> = {}): Schedule {
  return { start, minutes: 60, zone: 'Europe/Berlin', repeat: null, exceptions: [], following: [], ...more }
}

/** Meetings every week on the weekday of their start, without an end, unless said otherwise. */
export function weekly(start: string, repeat: Partial<Repeat> = {}, more: Partial<Schedule> = {}): Schedule {
  const day = Temporal.PlainDate.from(start.slice(0, 10)).dayOfWeek
  return once(start, { repeat: { every: 1, days: [day], until: null, count: null, ...repeat }, ...more })
}

// Where clocks are changed in ways of their own: by half an hour, by two, at midnight, on a Friday, by a whole day, not by rule.
const ODD_ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Pacific/Apia',
  'Africa/Cairo',
  'Antarctica/Troll',
  'America/Nuuk',
  'UTC',
]
// Its clocks were 44 minutes and 30 seconds behind until 1972, and a reader of calendar files counts minutes alone.
export const ZONES = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Africa/Monrovia')

const zones = fc.oneof(fc.constantFrom(...ODD_ZONES), fc.constantFrom(...ZONES))
const times = fc.oneof(
  fc.constantFrom('00:00', '00:30', '01:45', '02:15', '02:30', '03:00', '23:30', '15:00'),
  fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
)
const two = (n: number) => String(n).padStart(2, '0')
const minutes = fc.oneof(fc.constantFrom(1, 45, 60, 90, 1_440), fc.integer({ min: 1, max: 1_440 }))
const day = fc.integer({ min: 0, max: 365 * 124 }).map((n) => Temporal.PlainDate.from('1971-01-02').add({ days: n }))

const repeats = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 5,
    arbitrary: fc.record({
      every: fc.integer({ min: 1, max: 4 }),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      end: fc.oneof(
        fc.constant({ count: null, weeks: null }),
        fc.record({ count: fc.integer({ min: 1, max: 200 }), weeks: fc.constant(null) }),
        fc.record({ count: fc.constant(null), weeks: fc.integer({ min: 0, max: 200 }) }),
      ),
    }),
  },
)

const series = fc.record({ day, time: times, minutes, zone: zones, repeat: repeats }).map(seriesFrom)

type Parts = {
  day: Temporal.PlainDate
  time: string
  minutes: number
  zone: string
  repeat: { every: number; days: number[]; end: { count: number | null; weeks: number | null } } | null
}

function seriesFrom({ day: date, time, repeat, ...rest }: Parts): Omit<Series, 'exceptions'> {
  const weeks = repeat?.end.weeks ?? null
  const until = weeks === null ? null : date.add({ weeks: weeks + 1 }).toString()
  const how = repeat && { every: repeat.every, days: repeat.days, until, count: repeat.end.count }
  return { start: `${date.toString()}T${time}`, repeat: how, ...rest }
}

const steps = fc.oneof(
  fc.record({
    kind: fc.constant('one' as const),
    n: fc.nat(),
    moved: fc.option(fc.record({ days: fc.integer({ min: -9, max: 9 }), time: times, minutes })),
  }),
  fc.record({
    kind: fc.constant('following' as const),
    n: fc.nat(),
    days: fc.nat(6),
    to: series,
    keepsZone: fc.boolean(),
  }),
)

/** Any schedule, and what people then changed of it: one occurrence, or one and all that follow. */
export const schedules: fc.Arbitrary<Schedule> = fc
  .tuple(series, fc.array(steps, { maxLength: 12 }))
  .map(([first, changes]) => changes.reduce(changed, read({ ...first, exceptions: [], following: [] })))

type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never

const NEAR = 80 // of an endless series only the first are changed

function* nearDates(each: Series): Generator<Temporal.PlainDate> {
  let left = NEAR
  for (const date of datesOf(each)) {
    yield date
    left--
    if (left === 0) return
  }
}

function changed(schedule: Schedule, step: Step): Schedule {
  const dates = seriesOf(schedule).flatMap((each) => [...nearDates(each)])
  const date = dates[step.n % dates.length]
  if (!date) return schedule
  const on = date.toString()
  if (step.kind === 'one') {
    const { moved } = step
    const to: Exception['moved'] = moved && {
      start: `${date.add({ days: moved.days }).toString()}T${moved.time}`,
      minutes: moved.minutes,
    }
    const done = editOne(schedule, on, to)
    return 'schedule' in done ? done.schedule : schedule
  }
  const { start, repeat, ...rest } = step.to
  const begin = date.add({ days: step.days })
  const until = repeat?.until && begin.add({ weeks: 30 }).toString()
  const done = editFollowing(schedule, on, {
    ...rest,
    start: `${begin.toString()}${start.slice(10)}`,
    repeat: repeat && { ...repeat, until: until ?? null },
    zone: step.keepsZone ? schedule.zone : rest.zone,
  })
  return 'schedule' in done ? done.schedule : schedule
}

function read(typed: Schedule): Schedule {
  const done = readSchedule(typed)
  if ('fault' in done) throw new Error(done.fault)
  return done.schedule
}

const formSteps = fc.record({
  kind: fc.constantFrom('move', 'cancel', 'restore', 'following', 'rejoin'),
  n: fc.nat(30),
  days: fc.integer({ min: -9, max: 9 }),
  time: times,
  minutes,
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
})
type FormStep = typeof formSteps extends fc.Arbitrary<infer T> ? T : never

/** What people change of the dates of a schedule in its form, one after the other. */
export const dateChanges = fc.array(formSteps, { maxLength: 8 })

/** A schedule after such a change at an instant, or as it was where that is refused. */
export function changedByForm(schedule: Schedule, step: FormStep, at: number): Schedule {
  const date = comingDates(schedule, at, { most: step.n + 1 }).at(-1)
  if (!date) return schedule
  const done = changeDates(schedule, changeOf(date, step), at)
  return 'schedule' in done ? done.schedule : schedule
}

function changeOf(
  { on, series: n }: ScheduleDate,
  { kind, days, time, minutes: length, weekdays }: FormStep,
): DateChange {
  const start = `${Temporal.PlainDate.from(on).add({ days }).toString()}T${time}`
  switch (kind) {
    case 'cancel':
    case 'restore':
      return { do: kind, on }
    case 'move':
      return { do: kind, on, start, minutes: length }
    case 'following':
      return { do: kind, on, start, minutes: length, days: weekdays }
    default:
      return { do: 'rejoin', following: Math.max(0, n - 1) }
  }
}
