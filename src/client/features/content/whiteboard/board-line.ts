import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import { isLater, type Stamp } from '../../../../rules/whiteboard/merge.ts'
import type { Refusal } from '../../../../protocol/refusals.ts'
import type { Answer } from '../../../portal/api.ts'

type Needs = {
  send: (elements: readonly BoardElement[]) => Promise<Answer<null>>
  /** What was drawn is not taken: it is gone. */
  refused: (refusal: Refusal) => void
}

// As often as others see it grow.
const SENT_EVERY_MS = 60
const AGAIN_MS = 1_000
// What the server takes in one request.
const AT_ONCE = 200

/**
 * The line of one page to the server: what was drawn here and the server does not have is sent, the newest of each element, and again while
 * the server is away. Ends with `close`. [BOARD-3]
 */
export class BoardLine {
  readonly #needs: Needs
  /** Which version of each element the server has, as far as is known here. Elements themselves change in place. */
  readonly #known = new Map<string, Stamp>()
  readonly #due = new Map<string, BoardElement>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #isSending = false
  #isClosed = false

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** All elements of the page as they are here now. */
  changed(elements: readonly BoardElement[]): void {
    for (const each of elements) {
      const known = this.#known.get(each.id)
      if (known === undefined || isLater(each, known)) this.#due.set(each.id, each)
    }
    this.#soon(SENT_EVERY_MS)
  }

  /** What came from the server is not sent back. */
  told(elements: readonly Stamp[]): void {
    for (const { id, version, versionNonce } of elements) {
      const stamp = { id, version, versionNonce }
      const [known, due] = [this.#known.get(id), this.#due.get(id)]
      if (known === undefined || isLater(stamp, known)) this.#known.set(id, stamp)
      // What is later is still to be sent: the server does not know of it.
      if (due && !isLater(due, stamp)) this.#due.delete(id)
    }
  }

  /** Sends what is left, and nothing more after it. */
  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#due.size > 0) void this.#send()
    this.#isClosed = true
  }

  #soon(wait: number): void {
    if (this.#timer || this.#isSending || this.#isClosed || this.#due.size === 0) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#due.size > 0) void this.#send()
    }, wait)
  }

  async #send(): Promise<void> {
    this.#isSending = true
    const elements = [...this.#due.values()].slice(0, AT_ONCE)
    for (const { id } of elements) this.#due.delete(id)
    // As they are sent: until it is answered more of them may be drawn.
    const sent = elements.map(({ id, version, versionNonce }) => ({ id, version, versionNonce }))
    const answer = await this.#needs.send(elements)
    this.#isSending = false
    if ('ok' in answer) {
      this.told(sent)
      return this.#soon(SENT_EVERY_MS)
    }
    const isOurs =
      'refused' in answer && answer.refused.refusal !== 'too-fast' && answer.refused.refusal !== 'store-down'
    if (isOurs) {
      this.#due.clear()
      return this.#needs.refused(answer.refused.refusal)
    }
    // What was drawn since then is newer.
    for (const each of elements) if (!this.#due.has(each.id)) this.#due.set(each.id, each)
    return this.#soon(AGAIN_MS)
  }
}
