import { expect, test } from 'vitest'
import { moved, WHOLE, zoomed } from './zoom.ts'

test('[PRESENT-7] a picture comes up to eight times as near, and is whole again', () => {
  const near = zoomed(WHOLE, 2)
  expect(near).toEqual({ scale: 2, x: 0.5, y: 0.5 })
  expect(zoomed(near, 100).scale).toBe(8)
  expect(zoomed(near, 0.1)).toEqual(WHOLE)
})

test('[PRESENT-7] what is dragged follows the finger, and nothing beside the picture comes into sight', () => {
  const size = { width: 800, height: 400 }
  expect(moved(zoomed(WHOLE, 2), { x: -160, y: 40 }, size)).toEqual({ scale: 2, x: 0.6, y: 0.45 })
  expect(moved(zoomed(WHOLE, 2), { x: 9_000, y: -9_000 }, size)).toEqual({ scale: 2, x: 0.25, y: 0.75 })
  expect(moved(WHOLE, { x: 300, y: 300 }, size)).toEqual(WHOLE)
})
