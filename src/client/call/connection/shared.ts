/**
 * Objects that several components share by name. The first user opens one; it is closed when nobody has used it for a moment, so that a
 * component that is drawn again finds the same one.
 */
export class Held<T extends { close(): void }> {
  readonly #open: (name: string) => T
  readonly #afterMoment: (then: () => void) => void
  readonly #all = new Map<string, { thing: T; holders: number }>()

  constructor(open: (name: string) => T, afterMoment: (then: () => void) => void) {
    this.#open = open
    this.#afterMoment = afterMoment
  }

  /** The object of this name, also if it was released a moment ago. */
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
