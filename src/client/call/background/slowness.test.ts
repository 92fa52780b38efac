import { expect, test } from 'vitest'
import { Slowness } from './slowness.ts'

/** After how many pictures it says too slow; null: never. */
function slowAfter(times: number[]): number | null {
  const slowness = new Slowness(40)
  const at = times.findIndex((time) => slowness.took(time))
  return at < 0 ? null : at + 1
}
const times = (count: number, each: number) => Array.from({ length: count }, () => each)

test('[BACKGROUND-4] a device that takes too long is judged by its first pictures', () => {
  expect(slowAfter(times(100, 80))).toBe(13)
})

test('[BACKGROUND-4] a slow start is none: code and graphics are made ready in the first three', () => {
  expect(slowAfter([900, 400, 200, ...times(500, 20)])).toBeNull()
})

test('[BACKGROUND-4] a hiccup is forgiven, a lasting one is not', () => {
  expect(slowAfter([...times(100, 20), ...times(40, 200), ...times(300, 20)])).toBeNull()
  expect(slowAfter([...times(100, 20), ...times(100, 80)])).toBe(145)
})
