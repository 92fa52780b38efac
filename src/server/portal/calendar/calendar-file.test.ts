import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { changedByForm, dateChanges, once, schedules, weekly, ZONES } from '../../../../test/rules/schedules.ts'
import { eventsIn, readByName, readCalendar } from '../../../../test/server/read-calendar.ts'
import type { Occurrence, Schedule, Series } from '../../../protocol/schedule.ts'
import type { ScheduleDate } from '../../../protocol/portal/schedule-dates.ts'
import { comingDates } from '../../../rules/schedule/coming-dates.ts'
import { seriesOf } from '../../../rules/schedule/dates.ts'
import { editFollowing, editOne } from '../../../rules/schedule/edit.ts'
import { instantOf, nextOccurrence, occurrences } from '../../../rules/schedule/occurrences.ts'
import { calendarFeed, calendarFile } from './calendar-file.ts'
import { unsureDates } from './zone-changes.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const NOW = at('2026-01-01T00:00Z')
const DAY = 86_400_000
const ROOM = { id: 'room-1', name: 'Physics', description: '', url: 'https://rooms.example.org/r/room-1' }

const fileOf = (schedule: Schedule, more: Partial<Parameters<typeof calendarFile>[0]> = {}) =>
  calendarFile({ room: ROOM, schedule, sequence: 3, cancelled: false, at: NOW, ...more })

/** What the page says of a schedule, as what a calendar program says of its file. */
const said = (schedule: Schedule, from: number, to: number) =>
  occurrences(schedule, from, to)
    .filter(({ start }) => start >= from)
    .map(({ start, end }) => ({ start, minutes: (end - start) / 60_000 }))
    .toSorted((one, other) => one.start - other.start || one.minutes - other.minutes)

const read = (text: string, from: number, to: number) => readCalendar(text, from, to).map(timeOf)
const timeOf = ({ start, minutes }: { start: number; minutes: number }) => ({ start, minutes })

/** Years of a schedule, whenever they are. */
function span(schedule: Schedule, years: number): [from: number, to: number] {
  const from = (nextOccurrence(schedule, -DAY)?.start ?? 0) - 20 * DAY + years * 365 * DAY
  return [from, Math.min(from + 800 * DAY, at('2100-12-01T00:00Z'))]
}

const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('[CALENDAR-1] whatever the series, its changes and its exceptions, file and page say the same instants', () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: 0, max: 20 }), (schedule, years) => {
      const [from, to] = span(schedule, years)
      expect(read(fileOf(schedule), from, to)).toEqual(said(schedule, from, to))
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('[CALENDAR-1] [SCHEDULE-11] whatever a form changes of the dates, its list, the page and the file say the same instants', () => {
  fc.assert(
    fc.property(schedules, dateChanges, fc.integer({ min: 0, max: 20 }), (schedule, changes, years) => {
      const [from] = span(schedule, years)
      const changed = changes.reduce((before, change) => changedByForm(before, change, from), schedule)
      const to = Math.min(from + 200 * DAY, at('2100-12-01T00:00Z'))
      const page = said(changed, from, to)
      expect(read(fileOf(changed), from, to)).toEqual(page)
      const listed = comingDates(changed, from, { most: 40 }).filter(({ isCancelled }) => !isCancelled)
      const held = new Set(occurrences(changed, at('1970-01-01T00:00Z') - DAY, at('2101-01-09T00:00Z')).map(keyOf))
      expect(listed.map((date) => keyOfListed(changed, date)).filter((key) => !held.has(key))).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 120_000)

const keyOf = ({ on, start, end }: Occurrence) => `${on} ${start} ${(end - start) / 60_000}`
const keyOfListed = (schedule: Schedule, { on, start, minutes, series }: ScheduleDate) =>
  `${on} ${instantOf(start, seriesOf(schedule)[series]?.zone ?? '')} ${minutes}`

test('[CALENDAR-1] so does a calendar that knows the zones by their names, where wall times are neither missing nor double', () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      const file = fileOf(schedule)
      fc.pre(!/\r\nDTSTART:\d+T\d+Z/.test(file))
      // What is cancelled at such a time has no start in the file.
      fc.pre(seriesOf(schedule).every(isSureOfCancelled))
      const [from, to] = span(schedule, 0)
      expect(readByName(file, from, to).map(timeOf)).toEqual(said(schedule, from, to))
    }),
    { numRuns: 100 },
  )
}, 120_000)

/** Whether no occurrence is cancelled at a wall time that is missing or comes twice. */
function isSureOfCancelled({ zone, start, exceptions }: Series): boolean {
  const unsure = new Set(unsureDates(zone, start.slice(11)))
  return exceptions.every(({ on }) => !unsure.has(on))
}

test('[CALENDAR-1] in every zone a weekly meeting is for years at the same instants in the file', () => {
  for (const zone of ZONES) {
    const schedule = weekly('2026-03-01T00:30', {}, { zone })
    const from = nextOccurrence(schedule, NOW)?.start ?? 0
    const to = from + 3 * 365 * DAY
    expect(read(fileOf(schedule), from, to), zone).toEqual(said(schedule, from, to))
  }
}, 120_000)

test('[CALENDAR-1] the rules of a zone are those that come year after year, in a few lines', () => {
  const lines = linesOf(fileOf(weekly('2026-11-27T15:00', { count: 2 })))
  const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE') + 1, lines.indexOf('END:VTIMEZONE'))
  expect(zone).toEqual([
    'TZID:Europe/Berlin',
    'BEGIN:STANDARD',
    'DTSTART:20261025T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:20270328T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
  ])
  const jerusalem = fileOf(weekly('2026-11-27T15:00', {}, { zone: 'Asia/Jerusalem' }))
  expect(jerusalem).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29')
})

test('[CALENDAR-1] a meeting has wall time and zone, so that a calendar which knows the zone needs no rules', () => {
  const lines = linesOf(fileOf(weekly('2026-11-27T15:00', { every: 2, days: [1, 5], until: '2026-12-24' })))
  expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20261127T150000')
  expect(lines).toContain('DURATION:PT60M')
  expect(lines).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=MO;UNTIL=20261224T225959Z')
})

test('[CALENDAR-2] where the wall time is missing or comes twice, the instant stands in the file', () => {
  const lines = linesOf(fileOf(weekly('2026-03-22T02:30', { count: 40 })))
  for (const [on, start] of [
    ['20260329T023000', '20260329T013000Z'],
    ['20261025T023000', '20261025T003000Z'],
  ]) {
    const id = lines.indexOf(`RECURRENCE-ID;TZID=Europe/Berlin:${on}`)
    expect(lines.slice(lines.lastIndexOf('BEGIN:VEVENT', id), id)).toContain(`DTSTART:${start}`)
  }
  expect(linesOf(fileOf(once('2026-10-25T02:30')))).toContain('DTSTART:20261025T003000Z')
})

test('[CALENDAR-3] an entry is the same one after each change, with the number of the change', () => {
  const before = eventsIn(fileOf(weekly('2026-01-05T10:00', { count: 5 })))
  const edited = editOne(weekly('2026-01-05T10:00', { count: 5 }), '2026-01-12', {
    start: '2026-01-13T11:00',
    minutes: 30,
  })
  if ('fault' in edited) throw new Error(edited.fault)
  const after = eventsIn(fileOf(edited.schedule, { sequence: 4 }))
  expect(new Set([...before, ...after].map(({ uid }) => uid))).toEqual(new Set(['room-1@rooms.example.org']))
  expect(before.map(({ sequence }) => sequence)).toEqual([3])
  expect(after.map(({ sequence }) => sequence)).toEqual([4, 4])
})

test('[CALENDAR-3] a series that took over has an entry of its own beside the first', () => {
  const { exceptions: _, ...changed } = weekly('2026-01-20T18:00', { count: 2 })
  const split = editFollowing(weekly('2026-01-05T10:00', { count: 5 }), '2026-01-19', changed)
  if ('fault' in split) throw new Error(split.fault)
  const found = readCalendar(fileOf(split.schedule), NOW, NOW + 60 * DAY)
  expect(found.map(({ uid }) => uid.split('@')[0])).toEqual(['room-1', 'room-1', 'room-1-2', 'room-1-2'])
})

test('[CALENDAR-4] a room that was cancelled, and an occurrence that was, are taken off', () => {
  const series = weekly('2026-01-05T10:00', { count: 3 })
  const lines = linesOf(fileOf(series, { cancelled: true }))
  expect(lines).toContain('METHOD:CANCEL')
  expect(lines).toContain('STATUS:CANCELLED')
  expect(linesOf(fileOf(series))).toContain('METHOD:PUBLISH')
  const edited = editOne(series, '2026-01-12', null)
  if ('fault' in edited) throw new Error(edited.fault)
  expect(linesOf(fileOf(edited.schedule))).toContain('EXDATE;TZID=Europe/Berlin:20260112T100000')
  const single = editOne(once('2026-01-05T10:00'), '2026-01-05', null)
  if ('fault' in single) throw new Error(single.fault)
  expect(linesOf(fileOf(single.schedule))).toContain('STATUS:CANCELLED')
})

test.for([
  'Plain',
  'One, two; three\\four: "five"',
  'First line\nsecond line\n\nBEGIN:VEVENT\nEND:VCALENDAR',
  '🎓🧑‍🔬 Physik für alle – été à l’école '.repeat(9).trim(),
  'מפגש \u200Fשבועי\u200E (2), 日本語の会議',
  'x'.repeat(400),
])('[CALENDAR-5] name and description are in the entry as they are: %s', (text) => {
  const file = fileOf(once('2026-01-05T10:00'), { room: { ...ROOM, name: text, description: text } })
  const [event, ...others] = eventsIn(file)
  expect(others).toEqual([])
  expect(event?.summary).toBe(text)
  expect(event?.description).toBe(`${text}\n\n${ROOM.url}`)
  expect(event?.location).toBe(ROOM.url)
  expect(event?.component.getFirstPropertyValue('url')).toBe(ROOM.url)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(Buffer.from(file).toString()).toBe(file)
})

test('[CALENDAR-5] other ends of lines are ends of lines, and what no calendar may hold is left out', () => {
  const room = { ...ROOM, name: 'A\u0000B\u0007\uD800C', description: 'one\r\ntwo\rthree\u2028four' }
  const [event] = eventsIn(fileOf(once('2026-01-05T10:00'), { room }))
  expect(event?.summary).toBe('ABC')
  expect(event?.description).toBe(`one\ntwo\nthree\nfour\n\n${ROOM.url}`)
})

test('[CALENDAR-6] rooms of several zones stand in one calendar, each at its instants, a cancelled one marked so', () => {
  const entry = (id: string, schedule: Schedule, cancelled = false) => ({
    room: { ...ROOM, id, url: `https://rooms.example.org/r/${id}` },
    schedule,
    sequence: 0,
    cancelled,
  })
  const lessons = weekly('2026-03-02T10:00')
  const sydney = weekly('2026-03-03T10:00', {}, { zone: 'Australia/Sydney' })
  const entries = [entry('a', lessons), entry('b', sydney), entry('c', lessons, true)]
  const feed = calendarFeed({ name: 'My; sessions', entries, at: NOW })
  const found = readCalendar(feed, NOW, NOW + 400 * DAY)
  for (const [id, schedule] of [
    ['a', lessons],
    ['b', sydney],
  ] as const)
    expect(found.filter(({ uid }) => uid.startsWith(id)).map(timeOf)).toEqual(said(schedule, NOW, NOW + 400 * DAY))
  expect(found.some(({ uid }) => uid.startsWith('c'))).toBe(false)
  expect(linesOf(feed).filter((line) => line === 'STATUS:CANCELLED')).toHaveLength(1)
  expect(linesOf(feed).filter((line) => line.startsWith('TZID:'))).toEqual([
    'TZID:Europe/Berlin',
    'TZID:Australia/Sydney',
  ])
  expect(new ICAL.Component(ICAL.parse(feed)).getFirstPropertyValue('x-wr-calname')).toBe('My; sessions')
  expect(linesOf(feed)).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H')
  expect(linesOf(feed)).toContain('X-PUBLISHED-TTL:PT1H')
  expect(calendarFeed({ name: 'None', entries: [], at: NOW })).toContain('END:VCALENDAR')
})
