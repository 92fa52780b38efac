import ICAL from 'ical.js'
import { expandRecurringEvent, sync } from 'node-ical'

/** What a calendar program makes of an event of a file: by instants in ms. */
export type Read = { uid: string; start: number; minutes: number }

/** Every occurrence that a calendar file says to begin from one instant to another, in order; read by the rules of the zones in it. */
export function readCalendar(text: string, from: number, to: number): Read[] {
  const events = eventsIn(text)
  const masters = events.filter((event) => !event.isRecurrenceException() && statusOf(event) !== 'CANCELLED')
  const all = masters.flatMap((master) => {
    const own = events.filter((event) => event.isRecurrenceException() && event.uid === master.uid)
    return [...regular(master, own, to), ...own.map(readOf)]
  })
  return all.filter(({ start }) => start >= from && start < to).toSorted(inOrder)
}

/** The same, read by the names of the zones, whatever the rules in the file say. */
export function readByName(text: string, from: number, to: number): Read[] {
  const span = { from: new Date(from), to: new Date(to - 1) }
  return Object.values(sync.parseICS(text))
    .flatMap((each) => (each?.type === 'VEVENT' && each.status !== 'CANCELLED' ? [each] : []))
    .flatMap((event) => expandRecurringEvent(event, span))
    .map(({ start, end, event }) => ({ uid: event.uid, start: +start, minutes: (+end - +start) / 60_000 }))
    .toSorted(inOrder)
}

/** The events of a calendar file. */
export function eventsIn(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each, { exceptions: [] }))
}

function* regular(master: ICAL.Event, own: readonly ICAL.Event[], to: number): Generator<Read> {
  if (!master.isRecurring()) yield readOf(master)
  if (!master.isRecurring()) return
  const replaced = new Set(own.map(({ recurrenceId }) => recurrenceId.toString()))
  const all = master.iterator()
  for (let next = all.next(); next; next = all.next()) {
    if (millis(next) >= to) return
    if (!replaced.has(next.toString())) yield { ...readOf(master), start: millis(next) }
  }
}

const inOrder = (one: Read, other: Read) => one.start - other.start || one.minutes - other.minutes

const statusOf = (event: ICAL.Event) => event.component.getFirstPropertyValue('status')

const readOf = (event: ICAL.Event): Read => ({
  uid: event.uid,
  start: millis(event.startDate),
  minutes: event.duration.toSeconds() / 60,
})

const millis = (time: ICAL.Time) => time.toUnixTime() * 1_000
