import { expect, test } from 'vitest'
import { carriesBoth, loadAfter, type ShareLoad } from './share-load.ts'

const START: ShareLoad = { isLarge: false, isTooMuch: false, since: { at: 0, pictures: 0, took: 0 } }

/** Whether large pictures are sent after each of some stretches: so many ms, of which so many are worked, for so many pictures. */
function large(...stretches: [time: number, took: number, pictures?: number][]): boolean[] {
  let load = START
  const now = { at: 0, pictures: 0, took: 0 }
  return stretches.map(([time, took, pictures = 1]) => {
    now.at += time
    now.took += took
    now.pictures += pictures
    load = loadAfter(load, { ...now })
    return load.isLarge
  })
}

test('[SHARE-8] a page of text that stands still is soon sent large, and one that moves where the machine has time', () => {
  expect(large([2_000, 300], [2_000, 20])).toEqual([false, true])
  expect(large([4_000, 600, 120], [4_000, 1_000, 120], [4_000, 2_000, 120])).toEqual([true, true, true])
})

test('[SHARE-8] a machine that has much to do with it sends no larger pictures', () => {
  expect(large([4_000, 3_600, 80], [4_000, 1_500, 80], [4_000, 3_600, 80])).toEqual([false, false, false])
})

test('[SHARE-8] what proved too much once is not tried again', () => {
  expect(large([4_000, 100], [4_000, 3_000, 60], [4_000, 100], [4_000, 100])).toEqual([true, false, false, false])
})

test('[SHARE-8] a share that is published anew is judged anew', () => {
  const before = { at: 10_000, pictures: 500, took: 9_000 }
  const load = loadAfter({ ...START, since: before }, { at: 14_000, pictures: 3, took: 100 })
  expect(load).toEqual({ ...START, since: { at: 14_000, pictures: 3, took: 100 } })
  expect(loadAfter(load, { at: 18_000, pictures: 6, took: 200 }).isLarge).toBe(true)
})

test('[SHARE-8] where the own line is thin the better stream goes alone, and none of the two goes and comes', () => {
  const lines = [0, 500_000, 2_500_000, 1_900_000, 1_600_000, 1_900_000, 2_200_000]
  let has = false
  expect(lines.map((line) => (has = carriesBoth(has, line)))).toEqual([false, false, true, true, false, false, true])
})
