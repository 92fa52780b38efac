import { expect, test } from 'vitest'
import { minutesBetween, timeAfter, tomorrowAt, wallTimeOf, weekdayName, weekdayOf } from './wall-time.ts'

test('a wall time is that of this machine, and begins at the next full hour of tomorrow', () => {
  expect(wallTimeOf(new Date(2026, 0, 5, 9, 7))).toBe('2026-01-05T09:07')
  expect(tomorrowAt(new Date(2026, 0, 31, 23, 30))).toBe('2026-02-02T00:00')
})

test('[SCHEDULE-13] an end is so many minutes after the start, and on the next day where it is typed before it', () => {
  expect([timeAfter('15:00', 90), timeAfter('23:30', 60), timeAfter('15:00', -60)]).toEqual(['16:30', '00:30', '14:00'])
  const lengths = [minutesBetween('15:00', '16:30'), minutesBetween('22:00', '01:30'), minutesBetween('15:00', '15:00')]
  expect(lengths).toEqual([90, 210, 1_440])
})

test('weekdays begin with Monday', () => {
  expect([weekdayOf('2026-01-05'), weekdayOf('2026-01-11')]).toEqual([1, 7])
  expect([weekdayName(1, 'en'), weekdayName(7, 'de')]).toEqual(['Mon', 'So'])
})
