import * as fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import { inOrder, mergeInto, type BoardPage } from '../../../../rules/whiteboard/merge.ts'
import type { Answer } from '../../../portal/api.ts'
import { BoardSync } from './board-sync.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

type Dice = (sides: number) => number
/** A request on a hand-cranked line: first the server does it, or it is lost; then it is answered, or the answer is lost. */
type Request = { serve: () => void; answer: (isLost: boolean) => void; isServed: boolean }

/** A server with a page, and what is under way between it and its screens. */
class Hall {
  readonly page: BoardPage = new Map()
  readonly requests: Request[] = []
  readonly screens: Screen[] = []
  readonly dice: Dice

  constructor(dice: Dice) {
    this.dice = dice
  }

  get isQuiet(): boolean {
    return this.requests.length === 0 && this.screens.every(({ frames }) => frames.length === 0)
  }

  /** Asks the server for something, when its time comes. */
  async asks<T>(what: () => Answer<T>): Promise<Answer<T>> {
    return await new Promise((answered) => {
      let result: Answer<T> = { unreachable: true }
      const request: Request = {
        isServed: false,
        serve: () => {
          result = what()
          request.isServed = true
        },
        answer: (isLost) => answered(isLost ? { unreachable: true } : structuredClone(result)),
      }
      this.requests.push(request)
    })
  }

  draws(elements: readonly BoardElement[], isForbidden: boolean): Answer<null> {
    if (isForbidden) return { refused: { refusal: 'not-permitted' } }
    const told = structuredClone(mergeInto(this.page, structuredClone([...elements])))
    if (told.length > 0) for (const screen of this.screens) screen.frames.push(told)
    return { ok: null }
  }

  /** Moves one request on by a step. */
  crank(isLost: boolean): void {
    const at = this.dice(this.requests.length)
    const request = this.requests[at]
    if (!request) return
    if (!request.isServed && !isLost) return request.serve()
    this.requests.splice(at, 1)
    request.answer(isLost)
  }
}

/** Somebody's screen: elements that change in place, as those of Excalidraw do, and what they hold. */
class Screen {
  readonly hall: Hall
  readonly here = new Map<string, BoardElement>()
  readonly held = new Set<string>()
  frames: BoardElement[][] = []
  isCut = false
  isForbidden = false
  readonly sync: BoardSync

  constructor(hall: Hall) {
    this.hall = hall
    hall.screens.push(this)
    this.sync = new BoardSync({
      scene: {
        elements: () => [...this.here.values()],
        merge: (newer) => {
          for (const each of newer) if (!this.held.has(each.id)) this.here.set(each.id, structuredClone(each))
        },
        replace: (all) => {
          this.here.clear()
          for (const each of all) this.here.set(each.id, structuredClone(each))
        },
      },
      read: async () => await hall.asks(() => ({ ok: { elements: inOrder(hall.page) } })),
      send: async (elements) => {
        // As it is written into the request.
        const sent = structuredClone([...elements])
        return await hall.asks(() => hall.draws(sent, this.isForbidden))
      },
      mayDraw: () => !this.isForbidden,
      onRead: () => {},
      onGone: () => {},
    })
  }

  draws(id: string, isDeleted: boolean): void {
    const nonce = this.hall.dice(1_000_000)
    const own = this.here.get(id)
    if (own) Object.assign(own, { version: own.version + 1, versionNonce: nonce, x: nonce, isDeleted })
    else this.here.set(id, { ...BLANK, id, versionNonce: nonce, x: nonce, isDeleted })
    this.sync.changed([...this.here.values()])
  }

  hears(): void {
    const frame = this.frames.shift()
    if (frame && !this.isCut) this.sync.told(frame)
  }

  comesBack(): void {
    this.isCut = false
    this.frames = []
    this.sync.reset()
  }
}

/** All that is under way comes to its end. */
async function settles(hall: Hall): Promise<void> {
  while (!hall.isQuiet) {
    if (hall.requests.length > 0) hall.crank(false)
    for (const screen of hall.screens) screen.hears()
    await vi.advanceTimersByTimeAsync(0)
  }
}

/** How often each comes. */
const ACTS = Object.entries({
  draw: 4,
  delete: 1,
  crank: 6,
  lose: 1,
  hear: 4,
  hold: 2,
  cut: 1,
  forbid: 2,
  wait: 2,
  settle: 1,
}).flatMap(([act, often]) => Array<string>(often).fill(act))
const BLANK = { type: 'line', version: 1, index: null, y: 0, link: null } as const

test('[BOARD-3] every screen shows what the server has, after any order of strokes, answers, cuts and returns', async () => {
  const act = fc.record({
    what: fc.constantFrom(...ACTS),
    who: fc.nat(2),
    id: fc.constantFrom('one', 'two', 'three'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 70 }), fc.integer(), async (acts, seed) => {
      // A small generator (Park and Miller), for the dice are thrown at any depth.
      let state = (Math.abs(seed) % 2_147_483_646) + 1
      const hall = new Hall((sides) => {
        state = (state * 48_271) % 2_147_483_647
        return sides === 0 ? 0 : state % sides
      })
      const screens = [new Screen(hall), new Screen(hall), new Screen(hall)]
      for (const { what, who, id } of acts) {
        const screen = screens[who]
        if (!screen) continue
        if (what === 'draw' || what === 'delete') screen.draws(id, what === 'delete')
        if (what === 'crank' || what === 'lose') hall.crank(what === 'lose')
        if (what === 'hear') screen.hears()
        if (what === 'hold' && !screen.held.delete(id)) screen.held.add(id)
        if (what === 'forbid') screen.isForbidden = !screen.isForbidden
        if (what === 'settle') await settles(hall)
        if (what === 'cut' && screen.isCut) screen.comesBack()
        else if (what === 'cut') screen.isCut = true
        await vi.advanceTimersByTimeAsync(what === 'wait' ? 700 : 20)
      }
      for (const screen of screens) {
        screen.held.clear()
        screen.isForbidden = false
        if (screen.isCut) screen.comesBack()
      }
      for (let quiet = 0; quiet < 4;) {
        quiet = hall.isQuiet ? quiet + 1 : 0
        await settles(hall)
        await vi.advanceTimersByTimeAsync(2_000)
      }
      for (const { here, sync } of screens) {
        expect(inOrder(here)).toEqual(inOrder(hall.page))
        sync.close()
      }
    }),
    { numRuns: 10_000 },
  )
})
