import { expect, test } from 'vitest'
import { verdictOf } from './verdict.ts'

const measured = { seconds: 10, bots: 100, busy: 60, idle: 10, held: 20, hand: 15 }

test('[REHEARSE-6] what bots cost says how many viewers the server holds, rounded down to two digits', () => {
  // Half a millisecond a second each, and 690 ms are left.
  expect(verdictOf(measured)).toEqual({ kind: 'holds', viewers: 1_300, atLeast: false, bots: 100 })
  expect(verdictOf({ ...measured, bots: 20, busy: 210 })).toEqual({
    kind: 'holds',
    viewers: 69,
    atLeast: false,
    bots: 20,
  })
})

test('[REHEARSE-6] where bots cost next to nothing, no more is said than twenty times of them, or than was ever measured', () => {
  const most = { kind: 'holds', viewers: 2_000, atLeast: true, bots: 100 }
  expect(verdictOf({ ...measured, busy: 12 })).toEqual(most)
  expect(verdictOf({ ...measured, busy: 5, hand: null })).toEqual(most)
  expect(verdictOf({ ...measured, bots: 600, busy: 12 })).toEqual({ ...most, viewers: 10_000, bots: 600 })
})

test('[REHEARSE-6] hands that wait, a loop that is held up, or a full core: the server is slow already', () => {
  expect(verdictOf({ ...measured, hand: 1_400.4 })).toEqual({ kind: 'slow', bots: 100, hand: 1_400 })
  expect(verdictOf({ ...measured, held: 800, hand: null })).toEqual({ kind: 'slow', bots: 100, hand: 800 })
  expect(verdictOf({ ...measured, busy: 990 })).toMatchObject({ kind: 'slow' })
})

test('[REHEARSE-6] few bots, or few seconds, say nothing', () => {
  for (const few of [null, { ...measured, seconds: 2 }, { ...measured, bots: 4 }])
    expect(verdictOf(few)).toEqual({ kind: 'tooShort' })
})
