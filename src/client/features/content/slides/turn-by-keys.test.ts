import { expect, test } from 'vitest'
import { pageByKey } from './turn-by-keys.ts'

test('[PRESENT-4] arrows turn in the direction of reading, the keys of a remote as well', () => {
  const at = { page: 4, last: 9 }
  expect(['ArrowRight', 'PageDown', ' ', 'ArrowDown'].map((key) => pageByKey(key, at, true))).toEqual([5, 5, 5, 5])
  expect(['ArrowLeft', 'PageUp', 'ArrowUp'].map((key) => pageByKey(key, at, true))).toEqual([3, 3, 3])
  expect(['ArrowRight', 'ArrowLeft', 'PageDown'].map((key) => pageByKey(key, at, false))).toEqual([3, 5, 5])
  expect(['Home', 'End', 'Enter', 'a'].map((key) => pageByKey(key, at, true))).toEqual([1, 9, null, null])
})
