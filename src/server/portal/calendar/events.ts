import type { Exception, Repeat, Schedule, Series } from '../../../protocol/schedule.ts'
import type { Millis } from '../../../protocol/types.ts'
import { datesOf, hasDate, seriesOf, timeOf } from '../../../rules/schedule/dates.ts'
import { instantOf } from '../../../rules/schedule/occurrences.ts'
import { plain, utc, weekdayOf, type JCal, type Property } from './jcal.ts'
import { unsureDates } from './zone-changes.ts'

/** What a calendar says of a room; `url` is the address of its page. The texts are plain. */
export type CalendarRoom = { id: string; name: string; description: string; url: string }
/** A room in a calendar; `sequence` counts the changes of its schedule, of its texts, and that it was cancelled. [CALENDAR-3] */
export type CalendarEntry = { room: CalendarRoom; schedule: Schedule; sequence: number; cancelled: boolean }

type Time = NonNullable<Exception['moved']>

/** The events of a room: one for each series, and one for each occurrence that is not as its series says. */
export function eventsOf(entry: CalendarEntry, at: Millis): JCal[] {
  return seriesOf(entry.schedule).flatMap((series, n) => {
    const [first] = datesOf(series)
    if (!first) return []
    const event = (time: Time, isCancelled: boolean, more: Property[] = [], isExact = true): JCal => [
      'vevent',
      [...commonOf(entry, n, at, isCancelled), ...timesOf(time, series.zone, isExact), ...more],
      [],
    ]
    const time = { start: `${first.toString()}T${timeOf(series.start)}`, minutes: series.minutes }
    const [exception] = series.exceptions
    if (!series.repeat) return [event(exception?.moved ?? time, exception?.moved === null)]
    const own = changedOf(series).map(({ on, moved }) => event(moved, false, [recurrenceId(series, on)]))
    return [event(time, false, [rule(series, series.repeat), ...cancelledOf(series)], false), ...own]
  })
}

/** The rule by which a series is repeated; it ends with the last day, in the series' own zone. */
export function rule({ zone }: Series, { every, days, until, count }: Repeat): Property {
  const byday = days.map(weekdayOf)
  const how = { freq: 'WEEKLY', interval: every, byday, wkst: 'MO' }
  if (until === null) return ['rrule', {}, 'recur', count === null ? how : { ...how, count }]
  const next = Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(zone)
  return ['rrule', {}, 'recur', { ...how, until: utc(next.epochMilliseconds - 1_000) }]
}

/** What the events of a room have in common. [CALENDAR-3] [CALENDAR-5] */
function commonOf(
  { room, sequence, cancelled }: CalendarEntry,
  n: number,
  at: Millis,
  isCancelled: boolean,
): Property[] {
  const { host } = new URL(room.url)
  const [name, description] = [plain(room.name), plain(room.description)]
  return [
    ['uid', {}, 'text', `${room.id}${n === 0 ? '' : `-${n + 1}`}@${host}`],
    ['dtstamp', {}, 'date-time', utc(at)],
    ['sequence', {}, 'integer', sequence],
    ['summary', {}, 'text', name],
    ['description', {}, 'text', description ? `${description}\n\n${room.url}` : room.url],
    ['location', {}, 'text', room.url],
    ['url', {}, 'uri', room.url],
    ['status', {}, 'text', cancelled || isCancelled ? 'CANCELLED' : 'CONFIRMED'],
  ]
}

/** Start and length of an event. `isExact`: a wall time that is missing or comes twice is written as its instant. [CALENDAR-2] */
function timesOf({ start, minutes }: Time, zone: string, isExact: boolean): Property[] {
  const begin: Property =
    isExact && isUnsure(start, zone)
      ? ['dtstart', {}, 'date-time', utc(instantOf(start, zone))]
      : ['dtstart', { tzid: zone }, 'date-time', `${start}:00`]
  return [begin, ['duration', {}, 'duration', `PT${minutes}M`]]
}

const recurrenceId = ({ zone, start }: Series, on: string): Property => [
  'recurrence-id',
  { tzid: zone },
  'date-time',
  `${on}T${timeOf(start)}:00`,
]

function cancelledOf({ zone, start, exceptions }: Series): Property[] {
  const cancelled = exceptions.filter(({ moved }) => moved === null)
  const times = cancelled.map(({ on }) => `${on}T${timeOf(start)}:00`)
  return times.length === 0 ? [] : [['exdate', { tzid: zone }, 'date-time', ...times]]
}

/** The occurrences of a series that were moved, and those whose wall time is missing or comes twice. */
function changedOf(series: Series): { on: string; moved: Time }[] {
  const moved = series.exceptions.flatMap(({ on, moved: to }) => (to ? [{ on, moved: to }] : []))
  const excepted = new Set(series.exceptions.map(({ on }) => on))
  const { start, minutes, zone } = series
  const unsure = unsureDates(zone, timeOf(start)).filter((on) => !excepted.has(on) && hasDate(series, on))
  return [...moved, ...unsure.map((on) => ({ on, moved: { start: `${on}T${timeOf(start)}`, minutes } }))]
}

const isUnsure = (wall: string, zone: string) => unsureDates(zone, timeOf(wall)).includes(wall.slice(0, 10))
