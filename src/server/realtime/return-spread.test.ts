import { expect, test } from 'vitest'
import { returnSpread } from './return-spread.ts'

test.each([
  [0, 0],
  [200, 0],
  [400, 100],
  [6_000, 1_500],
  [1_000_000, 20_000],
])('[AWAY-5] %i people come back over %i ms', (people, spread) => {
  expect(returnSpread(people)).toBe(spread)
})
