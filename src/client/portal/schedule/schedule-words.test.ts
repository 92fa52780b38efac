import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../protocol/language.ts'
import { daysLeft, saidLeft } from './countdown-steps.ts'
import { whenIn } from './when-words.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const NOON = { start: at('2026-11-24T09:00Z'), end: at('2026-11-24T10:30Z'), now: at('2026-11-01T00:00Z') }
const MINUTE = 60_000
const DAY = 1_440 * MINUTE

test('[SCHEDULE-9] a time is said in the zone of who reads it, with the name of that zone', () => {
  expect(whenIn('de', NOON, 'Europe/Berlin')).toEqual({
    day: 'Dienstag, 24. November',
    from: '10:00',
    to: '11:30',
    zone: 'Mitteleuropäische Normalzeit',
  })
  expect(whenIn('en', { ...NOON, start: at('2026-06-24T09:00Z') }, 'Europe/Berlin').zone).toBe(
    'Central European Summer Time',
  )
  expect(whenIn('de', NOON, 'Asia/Tokyo')).toMatchObject({ from: '18:00', zone: 'Japanische Normalzeit' })
  for (const language of LANGUAGES) expect(whenIn(language, NOON, 'America/New_York').zone).toMatch(/\p{L}{3}/u)
})

test('[SCHEDULE-9] the year is said when it is another, and both days when it goes over midnight there', () => {
  expect(whenIn('de', { ...NOON, now: at('2025-11-01T00:00Z') }, 'Europe/Berlin').day).toBe(
    'Dienstag, 24. November 2026',
  )
  expect(whenIn('de', { ...NOON, end: at('2026-11-24T23:00Z') }, 'Europe/Berlin')).toMatchObject({
    day: 'Dienstag, 24. November',
    to: '00:00',
  })
  expect(whenIn('de', { ...NOON, end: at('2026-11-25T00:30Z') }, 'Europe/Berlin').day).toMatch(
    /Dienstag, 24\..*Mittwoch, 25\. November/,
  )
})

test('[SCHEDULE-9] how long it still takes is said seldom: at a few lengths, and day by day', () => {
  const minutes = (left: number) => saidLeft(left) / MINUTE
  expect([0, 1, 59_000, 61_000, 4.5 * MINUTE, 11 * MINUTE, 29 * MINUTE, 31 * MINUTE].map(minutes)).toEqual([
    0, 1, 1, 2, 5, 15, 30, 60,
  ])
  const said = new Set(Array.from({ length: 86_400 }, (_, second) => saidLeft(second * 1_000)))
  expect(said.size).toBeLessThan(13)
  expect(saidLeft(2.5 * DAY)).toBe(3 * DAY)
})

test('[SCHEDULE-9] two days and more are days', () => {
  expect([0, DAY, 2 * DAY - 1, 2 * DAY, 3.4 * DAY].map(daysLeft)).toEqual([null, null, null, 2, 3])
})
