import { expect, test } from 'vitest'
import { once, weekly } from '../../../test/rules/schedules.ts'
import type { Schedule } from '../../protocol/schedule.ts'
import { phaseOf } from './phase.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const MINUTE = 60_000

function phase(schedule: Schedule | null, time: string, isLive = false) {
  return phaseOf(schedule, at(`2026-01-${time}Z`), { isLive })
}

test('[SCHEDULE-1] a room without a schedule is always open', () => {
  expect(phase(null, '05T09:00')).toEqual({ phase: 'open', occurrence: null, next: null })
})

test('[SCHEDULE-7] who comes early waits from the early entrance on, and comes in at the start', () => {
  const before = phase(once('2026-01-05T10:00'), '05T08:00')
  expect(before).toMatchObject({ phase: 'before', last: null, next: { on: '2026-01-05' } })
  const start = at('2026-01-05T09:00Z')
  expect(before).toMatchObject({ waitAt: start - 15 * MINUTE, enterAt: start })
  const sooner = phaseOf(once('2026-01-05T10:00'), start - 1, { early: 5, isLive: false })
  expect(sooner).toMatchObject({ phase: 'before', waitAt: start - 5 * MINUTE })
  expect(phase(once('2026-01-05T10:00'), '05T09:00')).toMatchObject({ phase: 'open', occurrence: { start } })
})

test('[SCHEDULE-7] after the end it is over, or the next is named', () => {
  const single = once('2026-01-05T10:00')
  expect(phase(single, '05T10:00')).toMatchObject({ phase: 'over', last: { on: '2026-01-05' } })
  const series = weekly('2026-01-05T10:00', { count: 2 })
  expect(phase(series, '05T10:00')).toMatchObject({
    phase: 'before',
    last: { on: '2026-01-05' },
    next: { on: '2026-01-12' },
  })
  expect(phase(series, '05T09:30')).toMatchObject({ phase: 'open', next: { on: '2026-01-12' } })
  expect(phase(series, '12T10:00')).toMatchObject({ phase: 'over', last: { on: '2026-01-12' } })
})

test('[SCHEDULE-8] who is in a session that runs is neither sent away at the end nor kept out before the start', () => {
  const series = weekly('2026-01-05T10:00', { count: 2 })
  for (const time of ['05T07:00', '05T11:00', '12T18:00'])
    expect(phase(series, time, true)).toMatchObject({ phase: 'open', occurrence: null })
  expect(phase(series, '05T11:00', true)).toMatchObject({ next: { on: '2026-01-12' } })
})
