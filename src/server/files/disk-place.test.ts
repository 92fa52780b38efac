import { expect, test } from 'vitest'
import { newFolder } from '../../../test/server/app-server.ts'
import { isDiskLow } from './disk-place.ts'

test('[CONTENT-4] a disk has no place for what is larger than it, nor for what would leave too little', async () => {
  const folder = newFolder()
  expect(await isDiskLow(folder, 1e18)).toBe(true)
  expect(await isDiskLow(folder, 0, 1e18)).toBe(true)
  expect(await isDiskLow(folder, 0, 0)).toBe(false)
})
