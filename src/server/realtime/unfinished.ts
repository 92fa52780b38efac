/**
 * Those who have begun something and not finished it yet, as a handshake: so many from one address and so many in all. Beyond that the
 * oldest goes, for whoever means it is done within a moment.
 */
export class Unfinished<T> {
  readonly #fromOne: number
  readonly #inAll: number
  /** The oldest first. */
  readonly #all = new Map<T, string | null>()
  readonly #byAddress = new Map<string, Set<T>>()

  constructor(most: { fromOne: number; inAll: number }) {
    this.#fromOne = most.fromOne
    this.#inAll = most.inAll
  }

  get size(): number {
    return this.#all.size
  }

  /** Adds one; gives the one that has to go for it, already taken out. `address`: null where it says nothing of who comes. */
  begin(one: T, address: string | null): T | null {
    this.#all.set(one, address)
    const same = address === null ? new Set<T>() : (this.#byAddress.get(address) ?? new Set<T>())
    same.add(one)
    if (address !== null) this.#byAddress.set(address, same)
    const crowded = same.size > this.#fromOne ? same.values() : this.#all.size > this.#inAll ? this.#all.keys() : null
    const [oldest] = crowded ?? []
    if (oldest === undefined) return null
    this.finish(oldest)
    return oldest
  }

  /** It is finished, or gone. */
  finish(one: T): void {
    const address = this.#all.get(one)
    this.#all.delete(one)
    if (address === undefined || address === null) return
    const same = this.#byAddress.get(address)
    same?.delete(one)
    if (same?.size === 0) this.#byAddress.delete(address)
  }
}
