import { expect, test } from 'vitest'
import { isFresh, provenThere } from './fresh.ts'

const NOW = 1_800_000_000_000

test('[ACCOUNT-17] a proof is fresh for ten minutes, and not before it was given', () => {
  expect(isFresh(NOW, NOW)).toBe(true)
  expect(isFresh(NOW - 10 * 60_000, NOW)).toBe(true)
  expect(isFresh(NOW - 10 * 60_000 - 1, NOW)).toBe(false)
  expect(isFresh(NOW + 1, NOW)).toBe(false)
  expect(isFresh(0, NOW)).toBe(false)
})

test('[ACCOUNT-22] who comes by a provider has proved it when the provider says so, and never later than now', () => {
  expect(provenThere(NOW - 3_600_000, NOW)).toBe(NOW - 3_600_000)
  expect(provenThere(NOW + 60_000, NOW)).toBe(NOW)
  expect(provenThere(null, NOW)).toBe(NOW)
})
