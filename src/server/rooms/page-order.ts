import type { PersonId } from '../../protocol/types.ts'

// A person has few windows; what is older than these has long been closed.
const PAGES_MAX = 8

/** The pages of those who are connected to a room, or were, in the order of coming. [PRESENCE-6] */
export class PageOrder {
  readonly #pages = new Map<PersonId, readonly string[]>()

  /** Whether another page of this person has come after it. */
  isReplaced(person: PersonId, page: string): boolean {
    const pages = this.#pages.get(person) ?? []
    return pages.includes(page) && pages.at(-1) !== page
  }

  /** A page says hello, and is the newest from now on. */
  add(person: PersonId, page: string): void {
    const others = (this.#pages.get(person) ?? []).filter((other) => other !== page)
    this.#pages.set(person, [...others, page].slice(-PAGES_MAX))
  }
}
