import { expect, test } from 'vitest'
import { isFresh } from './fresh.ts'

const NOW = 1_800_000_000_000

test('[ACCOUNT-17] a proof is fresh for ten minutes, and not before it was given', () => {
  expect(isFresh(NOW, NOW)).toBe(true)
  expect(isFresh(NOW - 10 * 60_000, NOW)).toBe(true)
  expect(isFresh(NOW - 10 * 60_000 - 1, NOW)).toBe(false)
  expect(isFresh(NOW + 1, NOW)).toBe(false)
  expect(isFresh(0, NOW)).toBe(false)
})
