import { FIRST_DATE, LAST_DATE } from '../../../rules/schedule/dates.ts'

/**
 * A change of a zone's clocks: when, the wall time that they show at that moment by the offset of before, and the offsets before and after,
 * as +01:00. `unsure`: the wall times that are missing or come twice, from one to before another, and the dates on which they are.
 */
export type ZoneChange = {
  at: Temporal.Instant
  wall: Temporal.PlainDateTime
  from: string
  to: string
  isForward: boolean
  unsure: { from: string; to: string; dates: readonly string[] }
}

// What a process knows of a zone never changes while it runs, and there are some hundreds of zones.
const known = new Map<string, ZoneChange[]>()

/** All changes of a zone's clocks in the years in which rooms are held, in order. */
export function changesOf(zone: string): readonly ZoneChange[] {
  const found = known.get(zone) ?? [...changesIn(zone)]
  known.set(zone, found)
  return found
}

function* changesIn(zone: string): Generator<ZoneChange> {
  const begin = FIRST_DATE.subtract({ days: 2 }).toZonedDateTime(zone)
  for (
    let change = begin.getTimeZoneTransition('next');
    change && change.year <= LAST_DATE.year;
    change = change.getTimeZoneTransition('next')
  ) {
    const last = change.subtract({ nanoseconds: 1 })
    if (last.offset !== change.offset) yield changeAt(change, last)
  }
}

function changeAt(change: Temporal.ZonedDateTime, last: Temporal.ZonedDateTime): ZoneChange {
  const wall = last.toPlainDateTime().add({ nanoseconds: 1 })
  const after = change.toPlainDateTime()
  const isForward = Temporal.PlainDateTime.compare(wall, after) < 0
  const [from, to] = isForward ? [wall, after] : [after, wall]
  const dates: string[] = []
  for (let date = from.toPlainDate(); Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 }))
    dates.push(date.toString())
  const unsure = { from: inSeconds(from), to: inSeconds(to), dates }
  return { at: change.toInstant(), wall, from: last.offset, to: change.offset, isForward, unsure }
}

const inSeconds = (wall: Temporal.PlainDateTime) => wall.toString({ smallestUnit: 'second' })

/** The dates on which a time of day, as 02:30, is missing in a zone, or comes twice. */
export function unsureDates(zone: string, time: string): string[] {
  return changesOf(zone).flatMap(({ unsure: { from, to, dates } }) =>
    dates.filter((date) => from <= `${date}T${time}:00` && `${date}T${time}:00` < to),
  )
}
