import { expect, test } from 'vitest'
import type { Reactions } from '../../../protocol/types.ts'
import { CLEAR, gone, numbersOf, RISE, risen, settled } from './reaction-flight.ts'

/** The air after messages, one each half second. */
const after = (messages: readonly Reactions[], isStill = false) =>
  messages.reduce((air, each, n) => risen(air, each, n * 500, isStill), CLEAR)

test('[REACT-7] one rises by itself, without a number', () => {
  const air = after([{ heart: 1 }])
  expect(air.flyers).toMatchObject([{ reaction: 'heart' }])
  expect(numbersOf(air, false)).toEqual([])
})

test('[REACT-7] of five hundred at once a few of each kind rise, and a number says how many there were', () => {
  const air = after([{ clap: 490, wow: 10 }])
  expect(air.flyers.map(({ reaction }) => reaction)).toEqual(['clap', 'wow', 'clap', 'wow'])
  expect(numbersOf(air, false).map(({ reaction, count }) => [reaction, count])).toEqual([
    ['clap', 490],
    ['wow', 10],
  ])
})

test('of a room that feels everything at once the three largest numbers are enough', () => {
  const air = after([{ clap: 9, heart: 12, think: 5, wow: 20, smile: 6 }])
  expect(numbersOf(air, false).map(({ reaction }) => reaction)).toEqual(['wow', 'heart', 'clap'])
})

test('[REACT-7] an applause that does not end is twelve at a time', () => {
  const air = after(Array.from({ length: 1_000 }, () => ({ clap: 200 })))
  expect(air.flyers).toHaveLength(12)
  expect(numbersOf(air, false)).toMatchObject([{ count: 200_000 }])
  expect(new Set(air.flyers.map(({ id }) => id)).size).toBe(12)
})

test('[REACT-7] who has risen makes room for the next', () => {
  const full = after(Array.from({ length: 9 }, () => ({ clap: 9 })))
  const [first] = full.flyers
  const room = gone(full, first?.id ?? -1)
  expect(risen(room, { smile: 3 }, 9_000, false).flyers.filter(({ reaction }) => reaction === 'smile')).toHaveLength(1)
})

test('a number counts on while they come, and goes when they have risen', () => {
  const air = after([{ clap: 6 }, { clap: 6 }])
  expect(numbersOf(air, false)).toMatchObject([{ count: 12, until: 500 + RISE }])
  expect(settled(air, 499 + RISE).tallies).toHaveLength(1)
  expect(settled(air, 500 + RISE).tallies).toEqual([])
  expect(risen(air, { clap: 1 }, 600 + RISE, false).tallies).toMatchObject([{ count: 1 }])
})

test('[REACT-7] where nothing is to move there are numbers alone, also for one', () => {
  const air = after([{ clap: 1 }, { think: 2 }], true)
  expect(air.flyers).toEqual([])
  expect(numbersOf(air, true).map(({ reaction, count }) => [reaction, count])).toEqual([
    ['clap', 1],
    ['think', 2],
  ])
})
