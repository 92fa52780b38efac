import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { once, schedules, weekly } from '../../../test/rules/schedules.ts'
import type { Schedule } from '../../protocol/schedule.ts'
import { isWithin, lastOccurrence, nextOccurrence, occurrences } from './occurrences.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const said = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString().replace(':00Z', 'Z')

/** The starts of all occurrences from a day to another. */
const starts = (schedule: Schedule, from: string, to: string) =>
  occurrences(schedule, at(`${from}T00:00Z`), at(`${to}T00:00Z`)).map(({ start }) => said(start))

test('[SCHEDULE-2] a weekly meeting keeps its wall time when the clocks go forward, and when they go back', () => {
  const berlin = weekly('2026-03-20T15:00')
  expect(starts(berlin, '2026-03-19', '2026-04-09')).toEqual([
    '2026-03-20T14:00Z',
    '2026-03-27T14:00Z',
    '2026-04-03T13:00Z',
  ])
  expect(starts(berlin, '2026-10-22', '2026-11-07')).toEqual([
    '2026-10-23T13:00Z',
    '2026-10-30T14:00Z',
    '2026-11-06T14:00Z',
  ])
  const york = weekly('2026-03-01T09:00', {}, { zone: 'America/New_York' })
  expect(starts(york, '2026-03-01', '2026-03-15')).toEqual(['2026-03-01T14:00Z', '2026-03-08T13:00Z'])
  expect(starts(york, '2026-10-24', '2026-11-08')).toEqual(['2026-10-25T13:00Z', '2026-11-01T14:00Z'])
})

test('[SCHEDULE-2] in the hour that is missing it begins an hour later, in the one that comes twice at the first', () => {
  const night = weekly('2026-03-22T02:30')
  expect(starts(night, '2026-03-22', '2026-04-06')).toEqual([
    '2026-03-22T01:30Z',
    '2026-03-29T01:30Z',
    '2026-04-05T00:30Z',
  ])
  expect(starts(night, '2026-10-18', '2026-11-02')).toEqual([
    '2026-10-18T00:30Z',
    '2026-10-25T00:30Z',
    '2026-11-01T01:30Z',
  ])
})

test('[SCHEDULE-2] so it does where the clocks are changed by half an hour', () => {
  const zone = 'Australia/Lord_Howe'
  expect(starts(weekly('2026-09-27T02:15', {}, { zone }), '2026-09-26', '2026-10-12')).toEqual([
    '2026-09-26T15:45Z',
    '2026-10-03T15:45Z',
    '2026-10-10T15:15Z',
  ])
  expect(starts(weekly('2026-03-29T01:45', {}, { zone }), '2026-03-28', '2026-04-12')).toEqual([
    '2026-03-28T14:45Z',
    '2026-04-04T14:45Z',
    '2026-04-11T15:15Z',
  ])
})

test('[SCHEDULE-2] where a midnight is missing, the day begins at one', () => {
  expect(starts(once('2018-11-04T00:00', { zone: 'America/Sao_Paulo' }), '2018-11-01', '2018-11-09')).toEqual([
    '2018-11-04T03:00Z',
  ])
  const beirut = weekly('2026-03-22T00:00', {}, { zone: 'Asia/Beirut' })
  expect(starts(beirut, '2026-03-20', '2026-04-06')).toEqual([
    '2026-03-21T22:00Z',
    '2026-03-28T22:00Z',
    '2026-04-04T21:00Z',
  ])
})

test('[SCHEDULE-2] a zone without summer time has the same hour all year, and one that skipped a day held it a day later', () => {
  const tokyo = weekly('2026-03-01T09:00', {}, { zone: 'Asia/Tokyo' })
  expect(new Set(starts(tokyo, '2026-03-01', '2027-03-01').map((each) => each.slice(10)))).toEqual(new Set(['T00:00Z']))
  const apia = weekly('2011-12-29T12:00', { days: [4, 5, 6], count: 3 }, { zone: 'Pacific/Apia' })
  expect(starts(apia, '2011-12-01', '2012-02-01')).toEqual([
    '2011-12-29T22:00Z',
    '2011-12-30T22:00Z',
    '2011-12-30T22:00Z',
  ])
})

test('[SCHEDULE-2] it lasts as many minutes as it says, also while the clocks are changed', () => {
  for (const day of ['2026-03-29', '2026-10-25']) {
    const [one] = occurrences(once(`${day}T01:30`, { minutes: 180 }), at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))
    expect(one && one.end - one.start).toBe(180 * 60_000)
  }
})

test('[SCHEDULE-3] weeks are counted from the one of the first occurrence, and begin on Monday', () => {
  const schedule = weekly('2026-11-26T10:00', { every: 2, days: [1, 5] })
  expect(starts(schedule, '2026-11-01', '2026-12-15').map((each) => each.slice(0, 10))).toEqual([
    '2026-11-27',
    '2026-12-07',
    '2026-12-11',
  ])
})

test('[SCHEDULE-1] a series ends after its last day, after so many times, or not before the year 2100 does', () => {
  const days = (schedule: Schedule) => starts(schedule, '2026-01-01', '2026-03-01').map((each) => each.slice(5, 10))
  expect(days(weekly('2026-01-05T10:00', { until: '2026-01-19' }))).toEqual(['01-05', '01-12', '01-19'])
  expect(days(weekly('2026-01-05T10:00', { days: [1, 3], count: 3 }))).toEqual(['01-05', '01-07', '01-12'])
  const last = lastOccurrence(weekly('2026-01-05T10:00'), at('2200-01-01T00:00Z'))
  expect(last && said(last.start)).toBe('2100-12-27T09:00Z')
})

test('[SCHEDULE-4] what was cancelled is left out, what was moved is held where it was moved to, and both are counted', () => {
  const exceptions = [
    { on: '2026-01-12', moved: null },
    { on: '2026-01-19', moved: { start: '2026-01-03T18:00', minutes: 30 } },
  ]
  const schedule = weekly('2026-01-05T10:00', { count: 4 }, { exceptions })
  expect(starts(schedule, '2026-01-01', '2026-03-01')).toEqual([
    '2026-01-03T17:00Z',
    '2026-01-05T09:00Z',
    '2026-01-26T09:00Z',
  ])
})

test('the next is the one that is held or follows, the last the one that is over', () => {
  const schedule = weekly('2026-01-05T10:00', { count: 2 })
  const next = (text: string) => nextOccurrence(schedule, at(text))?.on
  const last = (text: string) => lastOccurrence(schedule, at(text))?.on
  expect(['2020-01-01T00:00Z', '2026-01-05T09:59Z', '2026-01-05T10:00Z', '2026-01-12T10:00Z'].map(next)).toEqual([
    '2026-01-05',
    '2026-01-05',
    '2026-01-12',
    undefined,
  ])
  expect(['2026-01-05T09:59Z', '2026-01-05T10:00Z', '2099-01-05T10:00Z'].map(last)).toEqual([
    undefined,
    '2026-01-05',
    '2026-01-12',
  ])
  expect(
    ['2026-01-05T08:59Z', '2026-01-05T09:00Z', '2026-01-05T10:00Z'].map((text) => isWithin(schedule, at(text))),
  ).toEqual([false, true, false])
})

test('next and last agree with the list of all, whatever the schedule and the instant', () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: -30, max: 400 }), (schedule, days) => {
      const first = nextOccurrence(schedule, -1e9)
      const now = (first?.start ?? 0) + days * 86_400_000
      const all = occurrences(schedule, -1e9, now + 60 * 86_400_000)
      const next = nextOccurrence(schedule, now)
      const coming = all.filter(({ end }) => end > now)
      if (coming[0]) expect(next?.start).toBe(coming[0].start)
      const over = all.filter(({ end }) => end <= now).map(({ end }) => end)
      expect(lastOccurrence(schedule, now)?.end ?? null).toBe(over.length > 0 ? Math.max(...over) : null)
      expect(isWithin(schedule, now)).toBe(all.some(({ start, end }) => start <= now && end > now))
    }),
    { numRuns: 200 },
  )
})

test('[SCHEDULE-7] the last one is found at once, also when it was decades ago', () => {
  const following = [{ ...weekly('2090-01-01T10:00'), following: undefined }]
  const schedule = weekly('1970-01-02T10:00', { days: [1, 2, 3, 4, 5, 6, 7], until: '2001-01-01' }, { following })
  const tookOf = () => {
    const begin = performance.now()
    expect(lastOccurrence(schedule, at('2026-11-27T10:00Z'))?.on).toBe('2001-01-01')
    return performance.now() - begin
  }
  expect(Math.min(tookOf(), tookOf(), tookOf())).toBeLessThan(50)
})
