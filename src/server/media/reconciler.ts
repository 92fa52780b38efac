import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'

const FIRST_WAIT: Millis = 100
const LONGEST_WAIT: Millis = 5_000

/**
 * Keeps one thing in the media engine as it is wanted: one request at a time, what changed meanwhile is looked at again, what
 * fails is tried again until it holds. `step` asks what is wanted at that moment and sees to it; it rejects where the engine does
 * not follow. Ends with `close`.
 */
export class Reconciler {
  readonly #step: () => Promise<void>
  readonly #log: Logger
  #due = false
  #running: Promise<void> | null = null
  #closed = false
  #wait = FIRST_WAIT
  #waiting: NodeJS.Timeout | null = null

  constructor(step: () => Promise<void>, log: Logger) {
    this.#step = step
    this.#log = log
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
    while (this.#due && !this.#closed) {
      this.#due = false
      try {
        await this.#step()
        this.#wait = FIRST_WAIT
      } catch (fault) {
        this.#log.warn({ fault, retryMs: this.#wait }, 'the media engine does not follow yet')
        if (!this.#due && !this.#closed) return this.#later()
      }
    }
  }

  #later(): void {
    this.#waiting = setTimeout(() => void this.again(), this.#wait).unref()
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
  }
}
