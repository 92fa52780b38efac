import type { Series } from '../../../protocol/schedule.ts'
import type { Millis } from '../../../protocol/types.ts'
import { dateOf, datesOf, isBefore, lastDateOf, seriesOf } from '../../../rules/schedule/dates.ts'
import { eventsOf, type CalendarEntry } from './events.ts'
import { plain, textOf, type JCal, type Property } from './jcal.ts'
import { timeZoneOf } from './time-zone.ts'

const PRODUCT = '-//Rostrum//Rostrum//EN'

/** The calendar file of a room, as RFC 5545 writes it; it takes the room off a calendar again if that is `cancelled`. [CALENDAR-3] [CALENDAR-4] */
export function calendarFile({ at, ...entry }: CalendarEntry & { at: Millis }): string {
  return calendarOf([entry], at, [['method', {}, 'text', entry.cancelled ? 'CANCEL' : 'PUBLISH']])
}

/** One calendar of several rooms, for an address to which people subscribe. [CALENDAR-6] */
export function calendarFeed({
  name,
  entries,
  at,
}: {
  name: string
  entries: readonly CalendarEntry[]
  at: Millis
}): string {
  return calendarOf(entries, at, [
    ['method', {}, 'text', 'PUBLISH'],
    ['x-wr-calname', {}, 'text', plain(name)],
    ['refresh-interval', {}, 'duration', 'PT1H'],
    ['x-published-ttl', {}, 'unknown', 'PT1H'],
  ])
}

function calendarOf(entries: readonly CalendarEntry[], at: Millis, more: Property[]): string {
  const series = entries.flatMap(({ schedule }) => seriesOf(schedule))
  const head: Property[] = [['prodid', {}, 'text', PRODUCT], ['version', {}, 'text', '2.0'], ...more]
  return textOf(['vcalendar', head, [...timeZonesOf(series), ...entries.flatMap((each) => eventsOf(each, at))]])
}

/** The rules of each zone that is used, for the time in which it is. */
function timeZonesOf(all: readonly Series[]): JCal[] {
  return [...new Set(all.map(({ zone }) => zone))].map((zone) => {
    const spans = all.filter((each) => each.zone === zone).map(spanOf)
    const ends = spans.map(([, to]) => to)
    const lasting = ends.filter((to) => to !== null)
    return timeZoneOf(
      zone,
      earliest(spans.map(([from]) => from)),
      lasting.length < ends.length ? null : latest(lasting),
    )
  })
}

/** The days between which a series is held, with one to spare; without an end (null) it goes on for ever. */
function spanOf(series: Series): [from: Temporal.PlainDate, to: Temporal.PlainDate | null] {
  const moved = series.exceptions.flatMap((each) => (each.moved ? [dateOf(each.moved.start)] : []))
  const [first = dateOf(series.start)] = datesOf(series)
  const last = lastDateOf(series)
  const to = last && latest([last, ...moved])
  return [earliest([first, ...moved]).subtract({ days: 2 }), to && to.add({ days: 2 })]
}

type Dates = readonly Temporal.PlainDate[]
const earliest = (dates: Dates) => dates.reduce((one, other) => (isBefore(one, other) ? one : other))
const latest = (dates: Dates) => dates.reduce((one, other) => (isBefore(one, other) ? other : one))
