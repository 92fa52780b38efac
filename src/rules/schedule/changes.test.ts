import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import { changeOf } from './changes.ts'
import { editOne } from './edit.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
// 15:00 in Berlin, in winter.
const START = Date.UTC(2026, 10, 27, 14)
const schedule = once('2026-11-27T15:00')

test('[REMIND-5] what is told of a change is its first time to come', () => {
  const series = weekly('2026-11-20T15:00')
  const later = weekly('2026-11-20T16:00')
  const at = START - DAY
  expect(changeOf(series, series, at)).toBeNull()
  expect(changeOf(null, series, at)).toBeNull()
  expect(changeOf(series, later, at)).toMatchObject({ was: { start: START }, when: { start: START + HOUR } })
  expect(changeOf(series, weekly('2026-11-21T15:00'), at)).toMatchObject({ when: { start: START + DAY } })
  expect(changeOf(series, null, at)).toMatchObject({ was: { start: START }, when: null })
  const cancelled = editOne(series, '2026-12-04', null)
  if ('fault' in cancelled) throw new Error(cancelled.fault)
  expect(changeOf(series, cancelled.schedule, at)).toMatchObject({ was: { start: START + 7 * DAY }, when: null })
})

test('[REMIND-5] what is over, or runs, changes for nobody', () => {
  expect(changeOf(schedule, once('2026-11-29T15:00'), START + 60_000)).toBeNull()
  expect(changeOf(schedule, null, START + DAY)).toBeNull()
})
