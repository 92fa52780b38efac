/**
 * What was read last, in memory: when a page is turned everybody asks for the same few files at once. `most`: bytes of all together; what is
 * larger by itself is not kept.
 */
export class ByteCache {
  readonly #most: number
  readonly #kept = new Map<string, Buffer>()
  readonly #coming = new Map<string, Promise<Buffer | null>>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  /** What is under a key, read once however many ask meanwhile; null where there is nothing. */
  async get(key: string, read: () => Promise<Buffer | null>): Promise<Buffer | null> {
    const kept = this.#kept.get(key)
    if (kept) {
      // Asked for last, it goes last.
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const coming = this.#coming.get(key)
    if (coming) return await coming
    const reading = this.#read(key, read).finally(() => this.#coming.delete(key))
    this.#coming.set(key, reading)
    return await reading
  }

  /** Forgets what is under a key. */
  forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.length ?? 0
    this.#kept.delete(key)
  }

  async #read(key: string, read: () => Promise<Buffer | null>): Promise<Buffer | null> {
    const found = await read()
    if (found === null || found.length > this.#most) return found
    this.forget(key)
    this.#kept.set(key, found)
    this.#bytes += found.length
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most) break
      this.forget(oldest)
    }
    return found
  }
}
