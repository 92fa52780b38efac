import * as v from 'valibot'
import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import { Schedule } from '../../protocol/schedule.ts'
import { readSchedule } from './read-schedule.ts'

const faultOf = (typed: Schedule) => {
  const read = readSchedule(typed)
  return 'fault' in read ? read.fault : null
}

const MEETING = '2026-01-05T10:00'
const onDays = (many: number) =>
  Array.from({ length: many }, (_, n) => ({
    on: Temporal.PlainDate.from('2026-01-05').add({ weeks: n }).toString(),
    moved: null,
  }))

test.for([
  ['schedule-end', once(MEETING, { minutes: 0 })],
  ['schedule-end', once(MEETING, { minutes: -30 })],
  ['schedule-long', once(MEETING, { minutes: 1_441 })],
  ['schedule-year', once('1900-01-05T10:00')],
  ['schedule-year', once('2101-01-01T00:00')],
  ['schedule-year', weekly(MEETING, { until: '2101-01-01' })],
  ['schedule-date', once('2026-02-30T10:00')],
  ['schedule-date', once('2026-02-03T24:30')],
  ['schedule-zone', once(MEETING, { zone: 'Europe/Atlantis' })],
  ['schedule-zone', once(MEETING, { zone: '+02:00' })],
  ['schedule-zone', once(MEETING, { zone: '' })],
  ['schedule-days', weekly(MEETING, { days: [] })],
  ['schedule-times', weekly(MEETING, { count: 0 })],
  ['schedule-times', weekly(MEETING, { count: 1_001 })],
  ['schedule-until', weekly(MEETING, { until: '2026-01-04' })],
  ['schedule-exception', weekly(MEETING, {}, { exceptions: [{ on: '2026-01-06', moved: null }] })],
  ['schedule-exception', weekly(MEETING, { count: 1 }, { exceptions: [{ on: '2026-01-12', moved: null }] })],
  ['schedule-exception', weekly(MEETING, {}, { exceptions: [...onDays(1), ...onDays(1)] })],
  ['schedule-exception', once(MEETING, { exceptions: [{ on: '2026-01-12', moved: null }] })],
  ['schedule-end', weekly(MEETING, {}, { exceptions: [{ on: '2026-01-12', moved: { start: MEETING, minutes: 0 } }] })],
  [
    'schedule-year',
    weekly(MEETING, {}, { exceptions: [{ on: '2026-01-12', moved: { start: '1900-01-01T00:00', minutes: 1 } }] }),
  ],
  ['schedule-exceptions', weekly(MEETING, {}, { exceptions: onDays(1_001) })],
  ['schedule-following', weekly(MEETING, {}, { following: [weekly('2026-02-02T10:00')] })],
  ['schedule-following', weekly(MEETING, { until: '2026-02-09' }, { following: [weekly('2026-02-09T10:00')] })],
] as const)('[SCHEDULE-6] %s', ([fault, typed]) => {
  expect(faultOf(v.parse(Schedule, typed))).toBe(fault)
})

test('[SCHEDULE-6] what makes sense is taken, with days and exceptions in order', () => {
  expect(faultOf(weekly(MEETING, {}, { exceptions: onDays(1_000) }))).toBeNull()
  expect(faultOf(weekly(MEETING, { until: '2026-02-08' }, { following: [weekly('2026-02-09T10:00')] }))).toBeNull()
  for (const zone of ['UTC', 'Asia/Calcutta', 'Europe/Kyiv', ...Intl.supportedValuesOf('timeZone')])
    expect(faultOf(once(MEETING, { zone })), zone).toBeNull()
  expect(readSchedule(once(MEETING, { zone: 'europe/BERLIN' }))).toMatchObject({ schedule: { zone: 'Europe/Berlin' } })
  const [one, two] = onDays(2)
  const read = readSchedule(
    weekly(MEETING, { days: [5, 1, 5] }, { exceptions: [two, one].filter((each) => each !== undefined) }),
  )
  expect(read).toMatchObject({ schedule: { repeat: { days: [1, 5] }, exceptions: [{ on: one?.on }, { on: two?.on }] } })
})

test('[SCHEDULE-6] what is no schedule at all is not read', () => {
  const bad = [
    { ...once(MEETING), start: '5 January' },
    { ...once(MEETING), minutes: 1.5 },
    weekly(MEETING, { every: 0 }),
    weekly(MEETING, { every: 5 }),
    weekly(MEETING, { days: [8] }),
    weekly(MEETING, { until: '2026-02-02', count: 3 }),
    { ...once(MEETING), zone: 'x'.repeat(101) },
  ]
  for (const each of bad) expect(v.is(Schedule, each)).toBe(false)
  const { following: _, ...first } = once(MEETING)
  expect(v.parse(Schedule, first).following).toEqual([])
})
