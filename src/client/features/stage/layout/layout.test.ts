import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf, layoutOf, PAGER, type Asked, type Box, type Size } from './layout.ts'

const desk = { width: 1000, height: 700 }
const SLACK = 0.01
const ids = (count: number) => Array.from({ length: count }, (_, n) => `tile-${n}`)
const asked = (count: number, more: Partial<Asked> = {}): Asked => ({
  people: ids(count),
  shares: [],
  main: null,
  stage: desk,
  gap: 8,
  page: 0,
  alone: null,
  ...more,
})
const rows = (count: number) =>
  [...Map.groupBy(gridOf(count, desk, 8), (box) => Math.round(box.y)).values()].map((row) => row.length)

/** Real stages: a desk, a phone upright with and without its sheet, and on its side; never narrower than 320 px's. */
const stage = fc.record({ width: fc.integer({ min: 292, max: 2_500 }), height: fc.integer({ min: 150, max: 1_400 }) })
const strip = fc.oneof(
  fc.record({ width: fc.integer({ min: 292, max: 800 }), height: fc.integer({ min: 88, max: 149 }) }),
  fc.record({ width: fc.integer({ min: 88, max: 149 }), height: fc.integer({ min: 292, max: 800 }) }),
)
const count = fc.integer({ min: 1, max: 49 })

function inside(box: Box, room: Size): boolean {
  const isIn = box.x >= -SLACK && box.y >= -SLACK
  return isIn && box.x + box.width <= room.width + SLACK && box.y + box.height <= room.height + SLACK
}

function apart(boxes: readonly Box[]): boolean {
  return boxes.every((one, n) =>
    boxes
      .slice(n + 1)
      .every(
        (other) =>
          one.x + one.width <= other.x + SLACK ||
          other.x + other.width <= one.x + SLACK ||
          one.y + one.height <= other.y + SLACK ||
          other.y + other.height <= one.y + SLACK,
      ),
  )
}

/** A camera's picture fills it without losing more than a quarter. */
function expectQuarter({ width, height }: Box) {
  expect(width / height).toBeGreaterThanOrEqual(4 / 3 - SLACK)
  expect(width / height).toBeLessThanOrEqual(16 / 9 + SLACK)
}

test('[LAYOUT-1] five are two, two and one, twenty-five are five by five, forty-nine are seven by seven', () => {
  expect(rows(5)).toEqual([2, 2, 1])
  expect(rows(25)).toEqual([5, 5, 5, 5, 5])
  expect(rows(49)).toEqual([7, 7, 7, 7, 7, 7, 7])
})

test('[LAYOUT-1] two at a desk are above one another beside the panel, and side by side without it', () => {
  const two = (size: Size) => [...layoutOf(asked(2, { stage: size })).boxes.values()]
  const withPanel = two({ width: 1_024, height: 732 })
  expect(withPanel.map(({ x }) => Math.round(x))).toEqual([190, 190])
  const without = two({ width: 1_400, height: 732 })
  expect(without.map(({ y }) => Math.round(y))).toEqual([105, 105])
  for (const box of [...withPanel, ...without]) expectQuarter(box)
})

test('[LAYOUT-1] tiles never leave the stage, never lie on one another, and are all alike', () => {
  fc.assert(
    fc.property(stage, count, fc.integer({ min: 0, max: 50 }), (size, many, page) => {
      const { boxes, ...layout } = layoutOf(asked(many, { stage: size, page }))
      const all = [...boxes.values()]
      const room = layout.pages > 1 ? { ...size, height: size.height - PAGER } : size
      expect(all.length).toBeGreaterThan(0)
      expect(all.every((box) => inside(box, room))).toBe(true)
      expect(apart(all)).toBe(true)
      for (const { width, height } of all) expect([width, height]).toEqual([all[0]?.width, all[0]?.height])
      for (const box of all) expectQuarter(box)
    }),
  )
})

test('[LAYOUT-2] every tile is on exactly one page, in order, and none is smaller than a face', () => {
  fc.assert(
    fc.property(stage, count, (size, many) => {
      const first = layoutOf(asked(many, { stage: size }))
      const each = Array.from({ length: first.pages }, (_, page) => layoutOf(asked(many, { stage: size, page })))
      expect(each.flatMap(({ boxes }) => [...boxes.keys()])).toEqual(ids(many))
      const [tile] = first.boxes.values()
      for (const { boxes } of each) for (const box of boxes.values()) expect(box.width).toBe(tile?.width)
      if (first.boxes.size === 1) return
      expect(tile?.width).toBeGreaterThanOrEqual(132)
      expect(tile?.height).toBeGreaterThanOrEqual(88)
    }),
  )
})

test('[LAYOUT-2] twenty-five need no pages at a desk, and some on a phone; a page that is gone is the last', () => {
  const phone = { width: 362, height: 420 }
  expect(layoutOf(asked(25)).pages).toBe(1)
  const { pages } = layoutOf(asked(25, { stage: phone, gap: 4 }))
  expect(pages).toBeGreaterThan(1)
  expect(layoutOf(asked(25, { stage: phone, gap: 4, page: 99 })).page).toBe(pages - 1)
})

test('[LAYOUT-3] the main tile and the filmstrip share the stage, and the main tile is the largest', () => {
  fc.assert(
    fc.property(stage, count, fc.boolean(), (size, many, isShare) => {
      const shares = isShare ? ['share'] : []
      const layout = layoutOf(asked(many, { stage: size, shares, main: isShare ? null : 'tile-0' }))
      const main = layout.boxes.get(layout.main ?? '')
      if (!main) throw new Error('no main tile')
      expect(layout.main).toBe(isShare ? 'share' : 'tile-0')
      expect(inside(main, size)).toBe(true)
      if (!isShare) expectQuarter(main)
      const { filmstrip } = layout
      expect(filmstrip === null).toBe(many === 1 && !isShare)
      if (!filmstrip) return
      expect(inside(filmstrip, size) && apart([main, filmstrip])).toBe(true)
      const others = filmstrip.tiles.flatMap((id) => layout.boxes.get(id) ?? [])
      expect(others).toHaveLength(many - (isShare ? 0 : 1))
      expect(apart(others)).toBe(true)
      // Across they fit; along they may go on, for the filmstrip scrolls.
      const isRow = filmstrip.along === 'inline'
      const endless = isRow ? { ...filmstrip, width: Infinity } : { ...filmstrip, height: Infinity }
      expect(others.every((box) => inside(box, endless))).toBe(true)
    }),
  )
})

test('[LAYOUT-3] in a filmstrip a tile is lower before it is cut, and cut by more than a quarter only where all are seen so', () => {
  fc.assert(
    fc.property(stage, count, (size, many) => {
      const { filmstrip, boxes } = layoutOf(asked(many, { stage: size, main: 'tile-0' }))
      const tiles = (filmstrip?.tiles ?? []).flatMap((id) => boxes.get(id) ?? [])
      const last = tiles.at(-1)
      const isNarrow = last !== undefined && last.width / last.height < 4 / 3 - SLACK
      if (!filmstrip || !isNarrow) {
        for (const tile of tiles) expectQuarter(tile)
        return
      }
      expect(filmstrip.along).toBe('inline')
      expect(last.width / last.height).toBeGreaterThanOrEqual(0.8 - SLACK)
      expect(last.height).toBeLessThan(132)
      expect(last.x + last.width).toBeLessThanOrEqual(filmstrip.width + SLACK)
    }),
  )
  const row = (many: number) => {
    const { boxes } = layoutOf(asked(many + 1, { stage: { width: 1_024, height: 732 }, main: 'tile-0' }))
    const { width = 0, height = 0 } = boxes.get('tile-1') ?? {}
    return [Math.round(width), Math.round(height)]
  }
  expect(row(4)).toEqual([235, 132])
  expect(row(6)).toEqual([164, 123])
  expect(row(12)).toEqual([176, 132])
})

test('[LAYOUT-3] what is left of the stage over a sheet is a filmstrip of its own', () => {
  fc.assert(
    fc.property(strip, count, (size, many) => {
      const { filmstrip, boxes, pages } = layoutOf(asked(many, { stage: size }))
      expect([boxes.size, pages]).toEqual([many, 1])
      expect(apart([...boxes.values()])).toBe(true)
      const endless = filmstrip?.along === 'inline' ? { ...size, width: Infinity } : { ...size, height: Infinity }
      expect([...boxes.values()].every((box) => inside(box, filmstrip ? endless : size))).toBe(true)
    }),
  )
  const four = layoutOf(asked(4, { stage: { width: 362, height: 96 }, gap: 4 }))
  expect([...four.boxes.values()].at(-1)?.x).toBeLessThan(362)
})

test('[LAYOUT-3] the filmstrip is above on a desk, and beside on a wide and low stage', () => {
  const shares = ['share']
  expect(layoutOf(asked(5, { shares })).filmstrip).toMatchObject({ along: 'inline', height: 132 })
  expect(layoutOf(asked(5, { shares, stage: { width: 1_400, height: 600 } })).filmstrip).toMatchObject({
    along: 'block',
    width: 180,
  })
})

test('[LAYOUT-7] one that fills the screen has all of it; when it has gone the others are there again', () => {
  const alone = layoutOf(asked(5, { shares: ['share'], alone: 'tile-3' }))
  expect([...alone.boxes]).toEqual([['tile-3', { x: 0, y: 0, ...desk }]])
  expect(layoutOf(asked(5, { alone: 'tile-9' })).boxes.size).toBe(5)
})

test('where nothing fits there is nothing', () => {
  expect(gridOf(3, { width: 0, height: 0 }, 8)).toEqual([])
  expect(gridOf(0, desk, 8)).toEqual([])
  expect(layoutOf(asked(0)).boxes.size).toBe(0)
  expect(layoutOf(asked(3, { stage: { width: 0, height: 0 } })).boxes.size).toBe(0)
  expect(layoutOf(asked(3, { main: 'nobody' })).main).toBeNull()
})
