import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import { editOne } from './edit.ts'
import { nextReminder, remindersDue } from './reminders.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// 15:00 in Berlin, in winter.
const START = Date.UTC(2026, 10, 27, 14)
const schedule = once('2026-11-27T15:00')

const kinds = (since: number, at: number, of = schedule) =>
  remindersDue(of, since, at).map(({ ahead, says, until }) => [ahead, says, START - until])

test('[REMIND-1] one reminder is due a day before the start, and one an hour before', () => {
  expect(nextReminder(schedule, START - 2 * DAY)).toBe(START - DAY)
  expect(nextReminder(schedule, START - DAY)).toBe(START - HOUR)
  expect(nextReminder(schedule, START - HOUR)).toBeNull()
  expect(kinds(START - DAY, START - DAY)).toEqual([['day', 'day', HOUR]])
  expect(kinds(START - HOUR, START - HOUR)).toEqual([['hour', 'hour', 0]])
})

test('[REMIND-1] each time of a series has its own, at the wall time of its zone', () => {
  const series = weekly('2026-10-19T15:00')
  expect(nextReminder(series, Date.UTC(2026, 9, 20))).toBe(Date.UTC(2026, 9, 25, 14))
  expect(nextReminder(series, Date.UTC(2026, 9, 26))).toBe(Date.UTC(2026, 9, 26, 13))
})

test('[REMIND-3] what is still of use comes late, and says no more than is true; nothing comes after the start', () => {
  expect(kinds(START - DAY, START - 19 * HOUR)).toEqual([['day', 'soon', HOUR]])
  expect(kinds(START - HOUR, START - 5 * MINUTE)).toEqual([['hour', 'soon', 0]])
  expect(kinds(START - DAY, START - 5 * MINUTE)).toEqual([['hour', 'soon', 0]])
  expect(kinds(START - DAY, START)).toEqual([])
})

test('[REMIND-3] whose moment was before the schedule was set is not sent', () => {
  expect(kinds(START - 30 * MINUTE, START - 20 * MINUTE)).toEqual([])
  expect(kinds(START - 5 * HOUR, START - 5 * HOUR)).toEqual([])
})

test('[REMIND-3] a time that was moved or cancelled reminds nobody any more', () => {
  const series = weekly('2026-11-20T15:00')
  const cancelled = editOne(series, '2026-11-27', null)
  const moved = editOne(series, '2026-11-27', { start: '2026-11-28T15:00', minutes: 60 })
  if ('fault' in cancelled || 'fault' in moved) throw new Error('The series cannot be edited.')
  expect(kinds(START - HOUR, START - HOUR, cancelled.schedule)).toEqual([])
  expect(kinds(START - HOUR, START - HOUR, moved.schedule)).toEqual([])
  expect(nextReminder(moved.schedule, START - DAY)).toBe(START)
})
