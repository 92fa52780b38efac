import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import type { Schedule } from '../../protocol/schedule.ts'
import { editFollowing, editOne } from './edit.ts'
import { occurrences } from './occurrences.ts'
import type { ScheduleRead } from './read-schedule.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds

function starts(schedule: Schedule): string[] {
  return occurrences(schedule, at('2026-01-01T00:00Z'), at('2026-02-20T00:00Z')).map(({ start }) =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/Berlin').toString().slice(5, 16),
  )
}

function done(read: ScheduleRead): Schedule {
  if ('fault' in read) throw new Error(read.fault)
  return read.schedule
}

const MONDAYS = weekly('2026-01-05T10:00', { count: 6 })
const TUESDAYS = { ...weekly('2026-01-20T18:00', { days: [2], count: 2 }), exceptions: undefined }

test('[SCHEDULE-4] only this one is cancelled or moved, also again, and all others stay', () => {
  const cancelled = done(editOne(MONDAYS, '2026-01-12', null))
  expect(starts(cancelled)).toEqual(['01-05T10:00', '01-19T10:00', '01-26T10:00', '02-02T10:00', '02-09T10:00'])
  const moved = done(editOne(cancelled, '2026-01-12', { start: '2026-01-13T11:00', minutes: 30 }))
  expect(starts(moved).slice(0, 3)).toEqual(['01-05T10:00', '01-13T11:00', '01-19T10:00'])
  expect(moved.exceptions).toHaveLength(1)
})

test('[SCHEDULE-4] one that is not there, or moved to where none may be, is refused', () => {
  expect(editOne(MONDAYS, '2026-01-13', null)).toEqual({ fault: 'schedule-exception' })
  expect(editOne(once('2026-01-05T10:00'), '2026-01-12', null)).toEqual({ fault: 'schedule-exception' })
  expect(editOne(MONDAYS, '2026-01-12', { start: '2026-01-12T10:00', minutes: 0 })).toEqual({ fault: 'schedule-end' })
})

test('[SCHEDULE-5] this and all following are changed together, and what was before stays as it was', () => {
  const edited = done(editOne(MONDAYS, '2026-01-12', null))
  const { exceptions: _, ...changed } = TUESDAYS
  const split = done(editFollowing(edited, '2026-01-19', changed))
  expect(starts(split)).toEqual(['01-05T10:00', '01-20T18:00', '01-27T18:00'])
  expect(split.repeat).toMatchObject({ until: '2026-01-18', count: null })
  expect(split.exceptions).toEqual([{ on: '2026-01-12', moved: null }])
})

test('[SCHEDULE-5] what was moved or cancelled later stays so where the changed series has that date too', () => {
  const edited = done(editOne(done(editOne(MONDAYS, '2026-01-26', null)), '2026-02-09', null))
  const { exceptions: _, ...later } = weekly('2026-01-19T12:00', { every: 2, count: 3 })
  const split = done(editFollowing(edited, '2026-01-19', later))
  expect(starts(split)).toEqual(['01-05T10:00', '01-12T10:00', '01-19T12:00', '02-02T12:00', '02-16T12:00'])
  const { exceptions: _none, ...same } = weekly('2026-01-19T12:00', { count: 4 })
  expect(starts(done(editFollowing(edited, '2026-01-19', same)))).toEqual([
    '01-05T10:00',
    '01-12T10:00',
    '01-19T12:00',
    '02-02T12:00',
  ])
})

test('[SCHEDULE-5] from the first one on, the series is another; a series edited twice has three parts', () => {
  const { exceptions: _, ...changed } = TUESDAYS
  const other = done(editFollowing(MONDAYS, '2026-01-05', changed))
  expect(starts(other)).toEqual(['01-20T18:00', '01-27T18:00'])
  expect(other.following).toEqual([])
  const { exceptions: _none, ...friday } = weekly('2026-01-30T09:00', { count: 1 })
  const twice = done(editFollowing(done(editFollowing(MONDAYS, '2026-01-19', changed)), '2026-01-27', friday))
  expect(starts(twice)).toEqual(['01-05T10:00', '01-12T10:00', '01-20T18:00', '01-30T09:00'])
  expect(starts(done(editFollowing(twice, '2026-01-12', changed)))).toEqual([
    '01-05T10:00',
    '01-20T18:00',
    '01-27T18:00',
  ])
})

test('[SCHEDULE-5] what would begin before the rest has ended, or where there is no occurrence, is refused', () => {
  const { exceptions: _, ...early } = weekly('2026-01-06T10:00')
  expect(editFollowing(MONDAYS, '2026-01-19', early)).toEqual({ fault: 'schedule-following' })
  expect(editFollowing(MONDAYS, '2026-01-20', early)).toEqual({ fault: 'schedule-exception' })
  expect(editFollowing(MONDAYS, '2026-01-19', { ...early, zone: 'Nowhere' })).toEqual({ fault: 'schedule-zone' })
})
