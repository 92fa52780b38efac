/** Whether this page has sent files: only then is loaded what shows that they are on their way. */
class FilesSent {
  #begun = false
  readonly #listeners = new Set<() => void>()

  get begun(): boolean {
    return this.#begun
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  begin(): void {
    if (this.#begun) return
    this.#begun = true
    for (const listener of this.#listeners) listener()
  }
}

export const filesSent = new FilesSent()
