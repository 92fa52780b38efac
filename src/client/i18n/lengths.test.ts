import { expect, test } from 'vitest'
import { lengthsOf } from './lengths.ts'

const S = 1_000
const M = 60 * S

test('[LANG-4] a length of time is written as its language writes it', () => {
  const en = lengthsOf('en')
  expect([0, 38 * S, 130 * S, 9 * M, 54 * M + 10 * S, 72 * M, 120 * M].map(en)).toEqual([
    '0 sec',
    '38 sec',
    '2 min 10 sec',
    '9 min',
    '54 min',
    '1 hr 12 min',
    '2 hr',
  ])
  expect(lengthsOf('de')(130 * S)).toBe('2 Min., 10 Sek.')
  expect(lengthsOf('ja')(72 * M)).toBe('1 時間12 分')
})
