import { expect, test } from 'vitest'
import { verdictOn } from './receive-quality.ts'

test('what arrives is good, weak when more than every twentieth packet is missing, or lost', () => {
  const before = { received: 1_000, lost: 50 }
  expect(verdictOn(before, { received: 1_100, lost: 50 })).toBe('good')
  expect(verdictOn(before, { received: 1_100, lost: 55 })).toBe('good')
  expect(verdictOn(before, { received: 1_100, lost: 56 })).toBe('weak')
  expect(verdictOn(before, before)).toBe('lost')
})
