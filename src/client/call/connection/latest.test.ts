import { expect, test } from 'vitest'
import { newest } from './latest.ts'

test('of what is wanted while one is under way only the newest is done', async () => {
  const done: number[] = []
  const go: (() => void)[] = []
  const want = newest(async (wish: number) => {
    done.push(wish)
    await new Promise<void>((resolve) => go.push(resolve))
  }, 5)
  for (const wish of [1, 2, 3]) want(wish)
  go.shift()?.()
  await expect.poll(() => done).toEqual([1, 3])
  go.shift()?.()
  want(4)
  await expect.poll(() => done).toEqual([1, 3, 4])
})
