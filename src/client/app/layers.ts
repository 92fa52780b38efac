/** Something over a page. `close` is null if it must be answered, so that going back does not close it. */
type Layer = { close: (() => void) | null }

/** Whether to ask before leaving the page, and how. */
type Leaving = { isAsked: () => boolean; ask: () => void }

/** The history of a tab, as far as it is used here. */
export type Entries = {
  /** The path of the current entry. */
  path(): string
  /** Whether the current entry is the spare one, which exists so that one can go back from it. */
  isSpare(): boolean
  addSpare(): void
  back(entries: number): void
}

/**
 * What lies over a page, in the order of opening. Going back closes the topmost; it leaves the page only when nothing lies over it, after a
 * question if leaving costs something. For this the page gets a spare history entry when it first needs one, because a tab reports going
 * back only afterwards. [PHONE-6]
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

  /** Registers something over the page, until the returned function is called. */
  open(close: Layer['close']): () => void {
    const layer = { close }
    this.#layers.push(layer)
    this.#spare()
    return () => {
      const place = this.#layers.indexOf(layer)
      if (place >= 0) this.#layers.splice(place, 1)
    }
  }

  /** Registers a question before leaving, until the returned function is called. Call `changed` when it begins to apply. */
  protect(leaving: Leaving): () => void {
    this.#leaving = leaving
    this.changed()
    return () => {
      if (this.#leaving === leaving) this.#leaving = null
    }
  }

  /** A question before leaving may apply from now on. */
  changed(): void {
    if (this.#leaving?.isAsked()) this.#spare()
  }

  /** Leaves the page for the one before it. */
  leave(): void {
    this.#leaving = null
    this.#entries.back(this.#entries.isSpare() ? 2 : 1)
  }

  /** Another entry is current: by going back or forward, or by navigating. */
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
