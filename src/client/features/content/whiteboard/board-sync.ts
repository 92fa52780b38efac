import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import type { Refusal } from '../../../../protocol/refusals.ts'
import { inOrder, isLater, mergeInto, type BoardPage } from '../../../../rules/whiteboard/merge.ts'
import type { Answer } from '../../../portal/api.ts'
import { BoardLine } from './board-line.ts'

/** What is drawn on a page of a screen. Its elements, deleted ones too, change in place. */
export type Scene = {
  elements: () => readonly BoardElement[]
  /** Takes elements of others that are newer than those that are here; what somebody holds just now may stay as it is. */
  merge: (newer: readonly BoardElement[]) => void
  /** Takes these for all there is. */
  replace: (all: readonly BoardElement[]) => void
}

type Needs = {
  scene: Scene
  read: () => Promise<Answer<{ elements: readonly BoardElement[] }>>
  send: (elements: readonly BoardElement[]) => Promise<Answer<null>>
  mayDraw: () => boolean
  /** All that is drawn has come. */
  onRead: () => void
  /** What was drawn here is not taken, and gone. */
  onGone: (why: Refusal) => void
}

const AGAIN_MS = 1_500
// Whoever holds something lets go of it by then, or is asked again.
const HELD_MS = 400

/** Keeps a page alike here and at the server, after whatever is told, lost, doubled, drawn meanwhile or refused. Ends with `close`. [BOARD-3] */
export class BoardSync {
  readonly #needs: Needs
  readonly #line: BoardLine
  /** What was told while the whole is on its way, which may be older: a list for each time that it is. */
  readonly #meanwhile = new Set<BoardElement[]>()
  /** What was told and is not shown, for somebody held it just then. */
  readonly #withheld = new Map<string, BoardElement>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #showing: ReturnType<typeof setTimeout> | undefined
  #isOpen = true

  constructor(needs: Needs) {
    this.#needs = needs
    this.#line = new BoardLine({
      send: needs.send,
      refused: (why) => {
        needs.onGone(why)
        void this.#read(true)
      },
    })
    // What was drawn before it came stays.
    void this.#read(false)
  }

  /** Others drew this. */
  told(elements: readonly BoardElement[]): void {
    for (const since of this.#meanwhile) since.push(...elements)
    this.#show(elements)
  }

  /** Something is drawn here. */
  changed(elements: readonly BoardElement[]): void {
    this.#line.changed(elements)
  }

  /** The line was cut: what was told meanwhile, and what was drawn, is made up for. */
  reset(): void {
    void this.#read(false)
  }

  /** Sends what is left, and nothing more after it. */
  close(): void {
    this.#isOpen = false
    clearTimeout(this.#timer)
    clearTimeout(this.#showing)
    this.#line.close()
  }

  #show(elements: readonly BoardElement[]): void {
    this.#line.told(elements)
    // What was drawn here comes back too; taken for another's it could not be undone.
    const newer = this.#newer(elements)
    for (const { id } of elements) this.#withheld.delete(id)
    if (newer.length === 0) return
    this.#needs.scene.merge(newer)
    for (const each of this.#newer(newer)) this.#withheld.set(each.id, each)
    if (this.#withheld.size > 0 && this.#isOpen)
      this.#showing ??= setTimeout(() => {
        this.#showing = undefined
        this.#show([...this.#withheld.values()])
      }, HELD_MS)
  }

  #newer(elements: readonly BoardElement[]): BoardElement[] {
    const here = new Map(this.#needs.scene.elements().map((each) => [each.id, each]))
    return elements.filter((each) => {
      const own = here.get(each.id)
      return own === undefined || isLater(each, own)
    })
  }

  /** Takes what the server has; `isAll`: what is here and not there is gone. */
  async #read(isAll: boolean): Promise<void> {
    const since: BoardElement[] = []
    this.#meanwhile.add(since)
    const answer = await this.#needs.read()
    this.#meanwhile.delete(since)
    if (!this.#isOpen) return
    if (!('ok' in answer)) {
      this.#timer = setTimeout(() => void this.#read(isAll), AGAIN_MS)
      return
    }
    const all: BoardPage = new Map()
    mergeInto(all, answer.ok.elements)
    mergeInto(all, since)
    const elements = inOrder(all)
    if (isAll) this.#needs.scene.replace(elements)
    this.#show(elements)
    this.#needs.onRead()
    if (!isAll && this.#needs.mayDraw()) this.#line.changed(this.#needs.scene.elements())
  }
}
