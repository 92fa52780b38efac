import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import { changesOf } from './changes.ts'
import { editOne } from './edit.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY
// 15:00 in Berlin, in winter.
const START = Date.UTC(2026, 10, 27, 14)
const at = START - DAY
const schedule = once('2026-11-27T15:00')
const series = weekly('2026-11-20T15:00')

test('[REMIND-5] what is told of a change is each of its times to come', () => {
  expect(changesOf(series, series, at)).toEqual([])
  expect(changesOf(null, series, at)).toEqual([])
  const later = changesOf(series, weekly('2026-11-20T16:00'), at)
  expect(later.slice(0, 2)).toMatchObject([
    { was: { start: START }, when: { start: START + HOUR } },
    { was: { start: START + WEEK }, when: { start: START + WEEK + HOUR } },
  ])
  expect(later).toHaveLength(changesOf(series, null, at).length)
  expect(changesOf(series, null, at)[0]).toMatchObject({ was: { start: START }, when: null })
})

test('[REMIND-5] a series on another weekday has a time for each of before, to the last that is told', () => {
  const changes = changesOf(series, weekly('2026-11-21T15:00'), at)
  expect(changes.length).toBeGreaterThan(50)
  expect(new Set(changes.map(({ was, when }) => (when ? when.on > was.on : null)))).toEqual(new Set([true]))
})

test('[REMIND-5] of a series only those are told that are moved or cancelled', () => {
  const cancelled = editOne(series, '2026-12-04', null)
  if ('fault' in cancelled) throw new Error(cancelled.fault)
  expect(changesOf(series, cancelled.schedule, at)).toMatchObject([{ was: { start: START + WEEK }, when: null }])
})

test('[REMIND-5] what is over, or runs, changes for nobody', () => {
  expect(changesOf(schedule, once('2026-11-29T15:00'), START + 60_000)).toEqual([])
  expect(changesOf(schedule, null, START + DAY)).toEqual([])
})
