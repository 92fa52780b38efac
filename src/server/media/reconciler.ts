import type PQueue from 'p-queue'
import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'

const FIRST_WAIT: Millis = 100
const LONGEST_WAIT: Millis = 5_000

/** What is seen to before other things that wait for the engine: a room, which all in it need, and whoever must go. */
export const URGENT = 1

/**
 * What one reconciler keeps. `step` asks what is wanted at that moment and sees to it; it rejects where the engine does not follow.
 * `queue` bounds how much is asked of the engine at once, over all reconcilers; `priority` says which goes first there.
 */
export type Kept = { step: () => Promise<void>; queue: PQueue; priority: () => number; log: Logger }

/**
 * Keeps one thing in the media engine as it is wanted: one request at a time, what changed meanwhile is looked at again, what
 * fails is tried again until it holds. Ends with `close`.
 */
export class Reconciler {
  readonly #kept: Kept
  #due = false
  #running: Promise<void> | null = null
  #closed = false
  #wait = FIRST_WAIT
  #waiting: NodeJS.Timeout | null = null

  constructor(kept: Kept) {
    this.#kept = kept
  }

  /** Looks again: what is wanted, or what is there, may have changed. Resolves when that was tried. */
  async again(): Promise<void> {
    if (this.#closed) return
    this.#due = true
    if (this.#waiting) clearTimeout(this.#waiting)
    this.#waiting = null
    this.#running ??= this.#run().finally(() => (this.#running = null))
    await this.#running
  }

  /** Resolves when what is being tried just now has been. */
  async tried(): Promise<void> {
    await this.#running
  }

  /** Nothing is tried any more. */
  close(): void {
    this.#closed = true
    this.#due = false
    if (this.#waiting) clearTimeout(this.#waiting)
  }

  async #run(): Promise<void> {
    const { queue, priority, log } = this.#kept
    while (this.#due && !this.#closed) {
      try {
        await queue.add(async () => await this.#step(), { priority: priority() })
        this.#wait = FIRST_WAIT
      } catch (fault) {
        log.warn({ fault, retryMs: this.#wait }, 'the media engine does not follow yet')
        if (!this.#due && !this.#closed) return this.#later()
      }
    }
  }

  async #step(): Promise<void> {
    // What is asked for while it waits for its turn is seen to in that turn.
    this.#due = false
    if (!this.#closed) await this.#kept.step()
  }

  #later(): void {
    this.#waiting = setTimeout(() => void this.again(), this.#wait).unref()
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
  }
}
