import { expect, test } from 'vitest'
import { trustClock } from './clock-trust.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const NOW = Date.UTC(2026, 0, 5)

test('[KEEP-3] a clock that goes on is believed, and so is one that was set back', () => {
  const first = trustClock(null, NOW - HOUR, NOW)
  expect(first).toEqual({ seen: { at: NOW, doubtedAt: null }, isTrusted: true })
  expect(trustClock(first.seen, null, NOW + HOUR).isTrusted).toBe(true)
  expect(trustClock(first.seen, null, NOW - YEAR)).toEqual({
    seen: { at: NOW - YEAR, doubtedAt: null },
    isTrusted: true,
  })
})

test('[KEEP-3] one that has jumped ahead is not, until it has gone on for a day', () => {
  const before = { at: NOW, doubtedAt: null }
  const jumped = trustClock(before, null, NOW + YEAR)
  expect(jumped).toEqual({ seen: { at: NOW, doubtedAt: NOW + YEAR }, isTrusted: false })
  expect(trustClock(jumped.seen, null, NOW + YEAR + 23 * HOUR)).toEqual({ seen: jumped.seen, isTrusted: false })
  expect(trustClock(jumped.seen, null, NOW + YEAR + DAY)).toEqual({
    seen: { at: NOW + YEAR + DAY, doubtedAt: null },
    isTrusted: true,
  })
})

test('[KEEP-3] one that is put right is believed at once', () => {
  const jumped = { at: NOW, doubtedAt: NOW + YEAR }
  expect(trustClock(jumped, null, NOW + 2 * HOUR)).toEqual({
    seen: { at: NOW + 2 * HOUR, doubtedAt: null },
    isTrusted: true,
  })
})

test('[KEEP-3] at the first look of all it is measured by the newest thing that is kept; where nothing is, there is nothing to lose', () => {
  expect(trustClock(null, NOW, NOW + YEAR).isTrusted).toBe(false)
  expect(trustClock(null, null, NOW).isTrusted).toBe(true)
})
