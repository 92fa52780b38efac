/** What became of fetching a page: its picture, unpacked, with its size in px, or why there is none. `isFinal`: it will not become sharper. */
export type Fetched = { url: string; picture: HTMLImageElement; isFinal: boolean } | 'later' | 'gone' | 'away'

// What was looked at last, and what is looked at next.
const KEPT_MAX = 16
// Of the server: the page is being made.
const LATER = 425

/**
 * Pages as pictures that are ready to be drawn, by their address: what was asked for before it is needed is there when it is. Ends with
 * `close`.
 */
export class PageStore {
  readonly #kept = new Map<string, Promise<Fetched>>()

  /** A page; fetched once, until it falls out of what is kept. */
  async get(address: string): Promise<Fetched> {
    const kept = this.#kept.get(address) ?? this.#fetch(address)
    // Asked for last, it is let go of last.
    this.#kept.delete(address)
    this.#kept.set(address, kept)
    for (const [oldest, page] of this.#kept) {
      if (this.#kept.size <= KEPT_MAX) break
      this.#kept.delete(oldest)
      void page.then(revoke)
    }
    return await kept
  }

  close(): void {
    for (const page of this.#kept.values()) void page.then(revoke)
    this.#kept.clear()
  }

  async #fetch(address: string): Promise<Fetched> {
    const fetched = await load(address)
    // What may become something else is asked for again.
    if (typeof fetched === 'string' || !fetched.isFinal) this.#kept.delete(address)
    return fetched
  }
}

async function load(address: string): Promise<Fetched> {
  try {
    const answer = await fetch(address)
    if (answer.status === LATER) return 'later'
    if (!answer.ok) return answer.status >= 500 ? 'away' : 'gone'
    const isFinal = answer.headers.get('cache-control')?.includes('no-store') !== true
    const picture = new Image()
    picture.src = URL.createObjectURL(await answer.blob())
    // Unpacked before it is wanted, it is shown at once when it is.
    await picture.decode().catch(() => {})
    return { url: picture.src, picture, isFinal }
  } catch {
    return 'away'
  }
}

function revoke(page: Fetched): void {
  if (typeof page !== 'string') URL.revokeObjectURL(page.url)
}
