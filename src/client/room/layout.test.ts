import { expect, test } from 'vitest'
import { gridOf } from './layout.ts'

const desk = { width: 1000, height: 700 }
const rows = (count: number) =>
  [...Map.groupBy(gridOf(count, desk, 8), (box) => Math.round(box.y)).values()].map((row) => row.length)

test('five are three and two, twenty-five are five by five, forty-nine are seven by seven', () => {
  expect(rows(5)).toEqual([3, 2])
  expect(rows(25)).toEqual([5, 5, 5, 5, 5])
  expect(rows(49)).toEqual([7, 7, 7, 7, 7, 7, 7])
})

test('tiles never leave the stage and never lie on one another, at a desk and on a phone', () => {
  for (const stage of [desk, { width: 360, height: 640 }, { width: 700, height: 300 }])
    for (let count = 1; count <= 49; count++) {
      const boxes = gridOf(count, stage, 4, stage === desk ? 'desk' : 'phone')
      expect(boxes).toHaveLength(count)
      for (const [n, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(-0.01)
        expect(box.y).toBeGreaterThanOrEqual(-0.01)
        expect(box.x + box.width).toBeLessThanOrEqual(stage.width + 0.01)
        expect(box.y + box.height).toBeLessThanOrEqual(stage.height + 0.01)
        for (const other of boxes.slice(n + 1))
          expect(other.x >= box.x + box.width || other.y >= box.y + box.height || other.x + other.width <= box.x).toBe(
            true,
          )
      }
    }
})

test('where nothing fits there is nothing', () => {
  expect(gridOf(3, { width: 0, height: 0 }, 8)).toEqual([])
  expect(gridOf(0, desk, 8)).toEqual([])
})
