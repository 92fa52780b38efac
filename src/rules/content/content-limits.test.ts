import { expect, test } from 'vitest'
import { bytesMax, uploadFault } from './content-limits.ts'

const LIMITS = { document: 50, film: 500, room: 2_000 }

test('[CONTENT-4] a film and a sound may be larger than what is read or looked at', () => {
  expect([bytesMax('slides', LIMITS), bytesMax('picture', LIMITS)]).toEqual([50, 50])
  expect([bytesMax('film', LIMITS), bytesMax('sound', LIMITS)]).toEqual([500, 500])
})

test('[CONTENT-4] what is too large, too many or too much does not begin to come', () => {
  expect(uploadFault(500, { used: 0, files: 9, coming: 4 }, LIMITS)).toBeNull()
  expect(uploadFault(501, { used: 0, files: 9, coming: 0 }, LIMITS)).toBe('file-large')
  expect(uploadFault(1, { used: 0, files: 9, coming: 5 }, LIMITS)).toBe('uploads-many')
  expect(uploadFault(100, { used: 1_900, files: 9, coming: 0 }, LIMITS)).toBeNull()
  expect(uploadFault(101, { used: 1_900, files: 9, coming: 0 }, LIMITS)).toBe('content-full')
  expect(uploadFault(1, { used: 9, files: 999, coming: 0 }, LIMITS)).toBeNull()
  expect(uploadFault(1, { used: 9, files: 1_000, coming: 0 }, LIMITS)).toBe('content-full')
})
