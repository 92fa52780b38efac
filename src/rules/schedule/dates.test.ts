import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { schedules, weekly } from '../../../test/rules/schedules.ts'
import { dateTest, datesOf, FIRST_DATE, lastDateOf, seriesOf } from './dates.ts'

test('[SCHEDULE-3] a date is one of a series where the list of all has it, and the last one ends that list', () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: 0, max: 47_000 }), (schedule, days) => {
      for (const series of seriesOf(schedule)) {
        const all = [...datesOf(series)].map(String)
        const has = dateTest(series)
        const near = Array.from({ length: 40 }, (_, n) => FIRST_DATE.add({ days: days + n }).toString())
        expect(near.filter(has)).toEqual(near.filter((on) => all.includes(on)))
        const some = [...all.slice(0, 40), ...all.slice(-5)]
        expect(some.filter(has)).toEqual(some)
        const isEndless = series.repeat?.until === null && series.repeat.count === null
        expect(lastDateOf(series)?.toString() ?? null).toBe(isEndless ? null : (all.at(-1) ?? null))
      }
    }),
    { numRuns: 40 },
  )
})

test('[SCHEDULE-6] what is no date of the calendar is one of no series', () => {
  const has = dateTest(weekly('2026-01-05T10:00'))
  expect(() => has('2026-02-30')).toThrow(RangeError)
  expect(has('2026-01-12')).toBe(true)
})
