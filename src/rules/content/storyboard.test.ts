import { expect, test } from 'vitest'
import { imported, movedTo, storyboardOf } from './storyboard.ts'

test('[STORYBOARD-1] a storyboard has each file once, only what the room has, and a hundred at most', () => {
  expect(storyboardOf(['b', 'a', 'b', 'x'], new Set(['a', 'b']))).toEqual(['b', 'a'])
  const many = Array.from({ length: 150 }, (_, n) => `file ${n}`)
  expect(storyboardOf(many, new Set(many))).toEqual(many.slice(0, 100))
})

test('[STORYBOARD-3] a file is moved to a place, and beyond an end to the end', () => {
  expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(movedTo(['a', 'b', 'c'], 'c', -1)).toEqual(['c', 'a', 'b'])
  expect(movedTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
  expect(movedTo(['a', 'b'], 'x', 0)).toEqual(['a', 'b'])
})

test('[STORYBOARD-4] what is imported comes after what is there, and nothing twice', () => {
  expect(imported(['a', 'b'], ['c', 'a', 'd'])).toEqual(['a', 'b', 'c', 'd'])
  expect(
    imported(
      Array.from({ length: 99 }, (_, n) => `own ${n}`),
      ['x', 'y'],
    ),
  ).toHaveLength(100)
})
