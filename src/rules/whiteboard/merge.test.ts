import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ELEMENTS_MAX, type BoardElement } from '../../protocol/presenting/whiteboard.ts'
import { inOrder, mergeInto, type BoardPage } from './merge.ts'

const element = (more: Partial<BoardElement> = {}): BoardElement => ({
  id: 'one',
  type: 'rectangle',
  version: 1,
  versionNonce: 5,
  isDeleted: false,
  index: 'a0',
  x: 0,
  y: 0,
  link: null,
  ...more,
})

const elements = fc.record({
  id: fc.constantFrom('one', 'two', 'three', 'four'),
  version: fc.integer({ min: 0, max: 6 }),
  versionNonce: fc.integer({ min: 0, max: 3 }),
  isDeleted: fc.boolean(),
  index: fc.constantFrom('a0', 'a1', 'a2', null),
  x: fc.integer({ min: -100, max: 100 }),
})

test('[BOARD-3] a page is the same on every screen after any order of messages, drops, doubles and returns', () => {
  const line = fc.array(
    fc.record({ what: elements, to: fc.integer({ min: 0, max: 3 }), fate: fc.constantFrom('told', 'twice', 'lost') }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(line, fc.infiniteStream(fc.nat(1_000)), (sent, dice) => {
      const server: BoardPage = new Map()
      const screens: BoardPage[] = [new Map(), new Map(), new Map(), new Map()]
      // A hand-cranked line: what the server tells comes to each screen in an order of its own, or not at all.
      const under: { to: number; told: BoardElement[] }[] = []
      const crank = () => {
        const [at] = [dice.next().value % Math.max(1, under.length)]
        const [next] = under.splice(at, 1)
        const screen = next && screens[next.to]
        if (screen) mergeInto(screen, next.told)
      }
      for (const { what, to, fate } of sent) {
        const drawn = element(what)
        const drawing = screens[to]
        if (drawing) mergeInto(drawing, [drawn])
        if (fate === 'lost') continue
        for (let times = 0; times < (fate === 'twice' ? 2 : 1); times += 1) {
          const told = mergeInto(server, [drawn])
          if (told.length > 0) screens.forEach((_, each) => under.push({ to: each, told }))
        }
        if (dice.next().value % 2 === 0) crank()
      }
      while (under.length > 0) crank()
      // Whoever comes back sends what they have, and is sent all there is.
      for (const screen of screens) mergeInto(server, [...screen.values()])
      for (const screen of screens) {
        mergeInto(screen, [...server.values()])
        expect(inOrder(screen)).toEqual(inOrder(server))
      }
    }),
    { numRuns: 400 },
  )
})

test('[BOARD-3] what was deleted is not brought back by what comes late', () => {
  const page: BoardPage = new Map()
  mergeInto(page, [element({ version: 4, isDeleted: true })])
  expect(mergeInto(page, [element({ version: 3 })])).toEqual([])
  expect(page.get('one')?.isDeleted).toBe(true)
})

test('[BOARD-2] a page holds so many elements, none of them too large, and no link that runs anything', () => {
  const page: BoardPage = new Map()
  mergeInto(
    page,
    Array.from({ length: ELEMENTS_MAX + 50 }, (_, n) => element({ id: `element ${n}` })),
  )
  expect(page.size).toBe(ELEMENTS_MAX)
  expect(mergeInto(page, [element({ id: 'element 1', version: 2, text: 'x'.repeat(70_000) })])).toEqual([])
  const link = 'javascript:alert(1)'
  expect(mergeInto(page, [element({ id: 'element 2', version: 2, link })])).toMatchObject([{ link: null }])
})
