import { ELEMENT_MAX, ELEMENTS_MAX, type BoardElement } from '../../protocol/presenting/whiteboard.ts'

/** A page of a whiteboard: its elements by id, deleted ones too, so that what comes late does not bring them back. */
export type BoardPage = Map<string, BoardElement>

const SAFE = /^(https?:|mailto:)/i

/**
 * Whether an element takes the place of another of the same id: the later version, of two alike the lower nonce, of those alike whichever is
 * written earlier in the order of letters. So it comes to the same in whatever order they come. [BOARD-3]
 */
export function wins(one: BoardElement, other: BoardElement): boolean {
  if (one.version !== other.version) return one.version > other.version
  if (one.versionNonce !== other.versionNonce) return one.versionNonce < other.versionNonce
  return JSON.stringify(one) < JSON.stringify(other)
}

/**
 * Puts elements into a page, in place. Gives those that changed it: what is older than what is there changes nothing, nor what is too large or
 * too much. [BOARD-2] [BOARD-3]
 */
export function mergeInto(page: BoardPage, elements: readonly BoardElement[]): BoardElement[] {
  const changed: BoardElement[] = []
  for (const each of elements) {
    const element = harmless(each)
    const before = page.get(element.id)
    if (before ? !wins(element, before) : page.size >= ELEMENTS_MAX) continue
    if (JSON.stringify(element).length > ELEMENT_MAX) continue
    page.set(element.id, element)
    changed.push(element)
  }
  return changed
}

/** The elements of a page in the order in which they lie over each other. */
export function inOrder(page: BoardPage): BoardElement[] {
  return [...page.values()].toSorted((one, other) => {
    const [first, second] = [one.index ?? '', other.index ?? '']
    if (first !== second) return first < second ? -1 : 1
    return one.id < other.id ? -1 : 1
  })
}

/** An element whose link leads to the web or to mail, or nowhere. */
function harmless(element: BoardElement): BoardElement {
  const { link } = element
  return link === null || SAFE.test(link) ? element : { ...element, link: null }
}
