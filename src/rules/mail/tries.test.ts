import { expect, test } from 'vitest'
import { nextTry } from './tries.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test('[MAIL-6] [MAIL-7] a mail is tried again after longer and longer, for the last time after three days', () => {
  const waits: number[] = []
  for (let tries = 1, now = 0; ; tries++) {
    const next = nextTry({ tries, queuedAt: 0 }, now)
    if (next === null) break
    waits.push(next - now)
    now = next
  }
  const rest = 3 * DAY - (36 * MINUTE + 8 * HOUR + 2 * DAY)
  expect(waits).toEqual([MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, DAY, DAY, rest])
})

test('[MAIL-7] a clock that was set back gives no mail up', () => {
  expect(nextTry({ tries: 4, queuedAt: 10 * DAY }, 0)).toBe(2 * HOUR)
})
