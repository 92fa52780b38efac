import { expect, test } from 'vitest'
import { moved, pinched, WHOLE, zoomed } from './zoom.ts'

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

test('[PRESENT-7] two fingers bring a picture nearer, and what was between them stays there', () => {
  const size = { width: 800, height: 400 }
  const apart = (px: number, x = 0) =>
    [
      { x: x - px, y: 0 },
      { x: x + px, y: 0 },
    ] as const
  expect(pinched(WHOLE, apart(50), apart(100), size)).toEqual({ scale: 2, x: 0.5, y: 0.5 })
  expect(pinched(WHOLE, apart(50, 200), apart(100, 200), size)).toEqual({ scale: 2, x: 0.625, y: 0.5 })
  expect(pinched({ scale: 2, x: 0.5, y: 0.5 }, apart(50), apart(50, 80), size)).toEqual({ scale: 2, x: 0.45, y: 0.5 })
  expect(pinched({ scale: 2, x: 0.3, y: 0.4 }, apart(100), apart(10), size)).toEqual(WHOLE)
  expect(pinched(WHOLE, apart(0), apart(10), size)).toEqual(WHOLE)
  expect(pinched(WHOLE, apart(1), apart(90), size).scale).toBe(8)
})
