import { ELEMENT_MAX, ELEMENTS_MAX, type BoardElement } from '../../protocol/presenting/whiteboard.ts'

/** A page of a whiteboard: its elements by id, deleted ones too, so that what comes late does not bring them back. */
export type BoardPage = Map<string, BoardElement>

const SAFE = /^(https?:|mailto:)/i

/** Which version of which element. */
export type Stamp = Pick<BoardElement, 'id' | 'version' | 'versionNonce'>

/** Whether a version of an element is later than another of it: the higher one, and of two alike the lower nonce. [BOARD-3] */
export function isLater(one: Stamp, other: Stamp): boolean {
  return one.version === other.version ? one.versionNonce < other.versionNonce : one.version > other.version
}

/**
 * Whether an element takes the place of another of the same id: the later one, and of those alike whichever is written earlier in the order of
 * letters. So it comes to the same in whatever order they come. [BOARD-3]
 */
export function wins(one: BoardElement, other: BoardElement): boolean {
  if (isLater(one, other) || isLater(other, one)) return isLater(one, other)
  return JSON.stringify(one) < JSON.stringify(other)
}

/** By how many versions an element is at most ahead of the one that is there: with the last version of all nobody could change it any more. */
const STEP_MAX = 1_000_000

/** Why what somebody drew is not taken, all of it together, or null. [BOARD-2] */
export function drawnFault(page: BoardPage, elements: readonly BoardElement[]): 'bad-request' | 'content-full' | null {
  const isFar = ({ id, version }: BoardElement) => version > (page.get(id)?.version ?? 0) + STEP_MAX
  if (elements.some((each) => isFar(each))) return 'bad-request'
  const added = new Set(elements.flatMap(({ id }) => (page.has(id) ? [] : id)))
  const isLarge = elements.some((each) => JSON.stringify(each).length > ELEMENT_MAX)
  return isLarge || page.size + added.size > ELEMENTS_MAX ? 'content-full' : null
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
