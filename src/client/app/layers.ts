/** What lies over a page. `close` is null for what must be answered, and does not go by going back. */
type Layer = { close: (() => void) | null }

/** Whether leaving is to be asked first, and what asks. */
type Leaving = { isAsked: () => boolean; ask: () => void }

/** The entries of a tab, as far as this needs them. */
export type Entries = {
  /** The page of the entry that is shown. */
  path(): string
  /** Whether that is the second entry of its page, which is there to be gone back from. */
  isSpare(): boolean
  addSpare(): void
  back(entries: number): void
}

/**
 * What lies over a page, in the order of opening. Going back closes the topmost, and leaves the page only when nothing is over it,
 * after a question where leaving costs something. The page has a spare entry for it, from the first time that it needs one: a tab
 * tells of having gone back, and not before. [PHONE-6]
 */
export class Layers {
  readonly #entries: Entries
  readonly #layers: Layer[] = []
  #leaving: Leaving | null = null
  #at: { path: string; isSpare: boolean }

  constructor(entries: Entries) {
    this.#entries = entries
    this.#at = this.#where()
  }

  /** Something is over the page, until the returned function is called. */
  open(close: Layer['close']): () => void {
    const layer = { close }
    this.#layers.push(layer)
    this.#spare()
    return () => {
      const place = this.#layers.indexOf(layer)
      if (place >= 0) this.#layers.splice(place, 1)
    }
  }

  /** Leaving may cost something, until the returned function is called. `changed` when it comes to. */
  protect(leaving: Leaving): () => void {
    this.#leaving = leaving
    this.changed()
    return () => {
      if (this.#leaving === leaving) this.#leaving = null
    }
  }

  /** Leaving may be to be asked from now on. */
  changed(): void {
    if (this.#leaving?.isAsked()) this.#spare()
  }

  /** Leaves the page for the one before it. */
  leave(): void {
    this.#leaving = null
    this.#entries.back(this.#entries.isSpare() ? 2 : 1)
  }

  /** Another entry is shown: by going back or forward, or because the page went to another. */
  moved(): void {
    const before = this.#at
    this.#at = this.#where()
    const isBack = before.path === this.#at.path && before.isSpare && !this.#at.isSpare
    if (!isBack) return
    const top = this.#layers.at(-1)
    const isAsked = this.#leaving?.isAsked() ?? false
    if (!top && !isAsked) return this.#entries.back(1)
    if (!top) this.#leaving?.ask()
    else top.close?.()
    const isMore = top ? top.close === null || this.#layers.some((each) => each !== top) || isAsked : true
    if (isMore) this.#spare()
  }

  #spare(): void {
    if (!this.#entries.isSpare()) this.#entries.addSpare()
    this.#at = this.#where()
  }

  #where() {
    return { path: this.#entries.path(), isSpare: this.#entries.isSpare() }
  }
}
