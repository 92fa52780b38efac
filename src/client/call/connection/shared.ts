/**
 * Things that several hold by one name. One is opened by the first who takes it, and closed when nobody has held it for a moment:
 * who lets go and takes again, as a page does that is drawn anew, finds the same.
 */
export class Held<T extends { close(): void }> {
  readonly #open: (name: string) => T
  readonly #afterMoment: (then: () => void) => void
  readonly #all = new Map<string, { thing: T; holders: number }>()

  constructor(open: (name: string) => T, afterMoment: (then: () => void) => void) {
    this.#open = open
    this.#afterMoment = afterMoment
  }

  /** What somebody holds by this name, or has let go just now. */
  find(name: string): T | null {
    return this.#all.get(name)?.thing ?? null
  }

  take(name: string): void {
    const held = this.#all.get(name) ?? { thing: this.#open(name), holders: 0 }
    held.holders += 1
    this.#all.set(name, held)
  }

  letGo(name: string): void {
    const held = this.#all.get(name)
    if (!held) return
    held.holders -= 1
    this.#afterMoment(() => {
      if (held.holders > 0 || this.#all.get(name) !== held) return
      this.#all.delete(name)
      held.thing.close()
    })
  }
}
