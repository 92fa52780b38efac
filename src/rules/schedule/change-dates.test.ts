import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import type { Schedule } from '../../protocol/schedule.ts'
import type { DateChange } from '../../protocol/portal/schedule-dates.ts'
import { changeDates } from './change-dates.ts'
import { clockNote, comingDates, nextClockNote } from './coming-dates.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const NOW = at('2026-01-10T00:00Z')
const MONDAYS = weekly('2026-01-05T10:00', { count: 6 })

function done(schedule: Schedule, ...changes: DateChange[]): Schedule {
  return changes.reduce((before, change) => {
    const read = changeDates(before, change, NOW)
    if ('fault' in read) throw new Error(read.fault)
    return read.schedule
  }, schedule)
}
const said = (schedule: Schedule) =>
  comingDates(schedule, NOW, { most: 20 }).map(({ on, start, was, isCancelled }) => {
    const from = was === null ? '' : ` from ${was.slice(5)}`
    return `${on.slice(5)} ${isCancelled ? 'cancelled' : start.slice(5) + from}`
  })

const MOVE = { do: 'move', on: '2026-01-12', start: '2026-01-13T11:00', minutes: 30 } as const
const CANCEL = { do: 'cancel', on: '2026-01-19' } as const
const THURSDAYS = { do: 'following', on: '2026-01-26', start: '2026-01-29T18:00', minutes: 90, days: [4] } as const
const following = { ...THURSDAYS, days: [...THURSDAYS.days] }

test('[SCHEDULE-11] one date is moved, another cancelled, each stays in its place, and both are taken back', () => {
  const changed = done(MONDAYS, MOVE, CANCEL)
  expect(said(changed).slice(0, 3)).toEqual([
    '01-12 01-13T11:00 from 01-12T10:00',
    '01-19 cancelled',
    '01-26 01-26T10:00',
  ])
  const back = done(changed, { do: 'restore', on: '2026-01-12' }, { do: 'restore', on: '2026-01-19' })
  expect(back).toEqual(MONDAYS)
})

test('[SCHEDULE-11] one date and all that follow are moved, as many as were left; and the series goes on as before', () => {
  const changed = done(MONDAYS, following)
  expect(said(changed)).toEqual([
    '01-12 01-12T10:00',
    '01-19 01-19T10:00',
    '01-29 01-29T18:00',
    '02-05 02-05T18:00',
    '02-12 02-12T18:00',
  ])
  expect(comingDates(changed, NOW, { most: 20 }).map(({ series, isFirst }) => series > 0 && isFirst)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ])
  expect(said(done(changed, { do: 'rejoin', following: 0 })).at(-1)).toBe('02-09 02-09T10:00')
})

test('[SCHEDULE-11] a moved date from which all are moved goes with them, and a series that took over ends where it would have', () => {
  const onTheDay = { ...following, on: '2026-01-12', start: '2026-01-12T08:00', days: [1] }
  expect(said(done(MONDAYS, MOVE, onTheDay)).slice(0, 2)).toEqual(['01-12 01-12T08:00', '01-19 01-19T08:00'])
  const twice = done(MONDAYS, following, { ...onTheDay, start: '2026-01-12T09:00' })
  expect(said(twice).at(-1)).toBe('02-09 02-09T09:00')
})

test('[SCHEDULE-14] what was moved or cancelled later stays where it fits, and else is named', () => {
  const changed = done(MONDAYS, CANCEL, { do: 'cancel', on: '2026-02-02' })
  const same = changeDates(changed, { ...following, start: '2026-01-26T18:00', days: [1] }, NOW)
  expect(same).toMatchObject({ lost: [] })
  expect('schedule' in same && said(same.schedule)).toContain('02-02 cancelled')
  expect(changeDates(changed, following, NOW)).toMatchObject({ lost: [{ on: '2026-02-02', moved: null }] })
  const tuesdays = { ...changed, repeat: { every: 1, days: [2], until: null, count: null } }
  const read = changeDates(tuesdays, null, NOW)
  expect(read).toMatchObject({ lost: [{ on: '2026-01-19' }, { on: '2026-02-02' }], schedule: { exceptions: [] } })
  expect(changeDates({ ...MONDAYS, exceptions: [{ on: '2026-02-31', moved: null }] }, null, NOW)).toMatchObject({
    lost: [{ on: '2026-02-31' }],
  })
})

test.for<[string, DateChange]>([
  ['schedule-past', { ...MOVE, on: '2026-01-05' }],
  ['schedule-past', { do: 'cancel', on: '2026-01-05' }],
  ['schedule-past', { ...MOVE, start: '1999-01-12T10:00' }],
  ['schedule-past', { ...following, on: '2026-01-05', start: '2026-01-05T09:00', days: [1] }],
  ['schedule-overlap', { ...MOVE, start: '2026-01-19T10:30' }],
  ['schedule-overlap', { ...MOVE, start: '2026-01-18T22:00', minutes: 1_440 }],
  ['schedule-exception', { ...MOVE, on: '2026-01-13' }],
  ['schedule-exception', { do: 'restore', on: '2026-02-31' }],
  ['schedule-end', { ...MOVE, minutes: 0 }],
  ['schedule-long', { ...MOVE, minutes: 1_441 }],
  ['schedule-year', { ...MOVE, start: '1900-01-12T10:00' }],
  ['schedule-year', { ...MOVE, start: '3000-01-12T10:00' }],
  ['schedule-date', { ...MOVE, start: '2026-02-31T10:00' }],
  ['schedule-days', { ...following, days: [] }],
  ['schedule-following', { ...following, start: '2026-01-12T10:00', days: [1] }],
  ['schedule-following', { do: 'rejoin', following: 3 }],
])('[SCHEDULE-12] it is refused: %s', ([fault, change]) => {
  expect(changeDates(MONDAYS, change, NOW)).toEqual({ fault })
})

test('[SCHEDULE-12] to move or cancel the same date twice changes it once, and it may lie beside another', () => {
  expect(done(MONDAYS, MOVE, MOVE)).toEqual(done(MONDAYS, MOVE))
  expect(done(MONDAYS, CANCEL, CANCEL).exceptions).toHaveLength(1)
  expect(said(done(MONDAYS, { ...MOVE, start: '2026-01-19T09:30' }))[0]).toBe('01-12 01-19T09:30 from 01-12T10:00')
})

test('[SCHEDULE-13] a start that the clocks leave out says when it begins, and one that they show twice that it does', () => {
  const zone = 'Europe/Berlin'
  expect(clockNote('2026-03-29T02:30', zone)).toEqual({ start: '2026-03-29T02:30', begins: '2026-03-29T03:30' })
  expect(clockNote('2026-10-25T02:30', zone)).toEqual({ start: '2026-10-25T02:30', begins: null })
  expect(clockNote('2026-10-25T03:30', zone)).toBeNull()
  expect(nextClockNote(weekly('2026-01-11T02:30'), NOW)).toMatchObject({ start: '2026-03-29T02:30' })
  expect(nextClockNote(weekly('2026-01-11T02:30', { count: 3 }), NOW)).toBeNull()
  expect(nextClockNote(once('2028-03-26T02:30'), NOW)).toMatchObject({ begins: '2028-03-26T03:30' })
})
