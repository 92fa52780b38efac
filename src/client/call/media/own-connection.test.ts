import { expect, test } from 'vitest'
import type { Quality } from '../call-state.ts'
import { GOOD_CONNECTION, connectionAfter, qualityIn } from './own-connection.ts'

/** What is said after each look: the engine's word, and how those whom one receives arrive. */
function said(looks: readonly (readonly [engine: Quality, ...arrivals: Quality[]])[]): boolean[] {
  let line = GOOD_CONNECTION
  return looks.map(([engine, ...arrivals]) => {
    line = connectionAfter(line, engine, arrivals)
    return line.isWeak
  })
}
const times = <T>(count: number, look: T): T[] => Array.from({ length: count }, () => look)

test('[LINE-1] a connection is weak as soon as the engine says so, which has looked at it for a while', () => {
  expect(said([['good'], ['weak'], ['weak']])).toEqual([false, true, true])
  expect(said([['lost']])).toEqual([true])
})

test('[LINE-1] a word that was said stays until the connection has been good for a while', () => {
  const good = ['good'] as const
  const looks = said([['weak'], ...times(7, good), ['weak'], ...times(8, good)])
  expect(looks.slice(0, -1)).not.toContain(false)
  expect(looks.at(-1)).toBe(false)
})

test('[LINE-1] everybody arrives badly: it is the own connection; one of several does: it is theirs', () => {
  expect(said(times(4, ['good', 'weak', 'weak']))).toEqual([false, false, true, true])
  const hiccup = ['good', 'good', 'weak'] as const
  expect(said([['good', 'weak', 'weak'], ['good', 'weak', 'weak'], hiccup, ['good', 'weak', 'weak']])).not.toContain(
    true,
  )
  expect(said(times(3, ['good', 'weak', 'good'])).at(-1)).toBe(false)
  expect(said(times(3, ['good', 'weak'])).at(-1)).toBe(false)
  // Who sends nothing says nothing of the line.
  expect(said(times(3, ['good', 'lost', 'lost'])).at(-1)).toBe(false)
  expect(said(times(3, ['good', 'weak', 'lost', 'weak'])).at(-1)).toBe(true)
})

test('what the engine does not call poor or lost is good', () => {
  expect(['excellent', 'good', 'unknown', 'poor', 'lost'].map(qualityIn)).toEqual([
    'good',
    'good',
    'good',
    'weak',
    'lost',
  ])
})
