import type { Logger } from 'pino'
import type { Millis } from '../protocol/words.ts'
import type { Grant } from '../rules/grants.ts'

const FIRST_WAIT: Millis = 100
const LONGEST_WAIT: Millis = 5_000

/**
 * Keeps one person's rights in the media engine equal to what the session grants: one request at a time, the latest
 * grant wins, what fails is tried again. Ends with `close`.
 */
export class Shadow {
  readonly #apply: (grant: Grant) => Promise<void>
  readonly #log: Logger
  #wanted: Grant | null = null
  #due = false
  #running = false
  #wait = FIRST_WAIT
  #waiting: NodeJS.Timeout | null = null

  constructor(apply: (grant: Grant) => Promise<void>, log: Logger) {
    this.#apply = apply
    this.#log = log
  }

  /** Whether something may be published that has to be looked at. */
  get mayPublish(): boolean {
    return (this.#wanted?.publish.length ?? 0) > 0
  }

  /** What is wanted from now on; the same as before is nothing new. */
  follow(grant: Grant): void {
    if (JSON.stringify(grant) === JSON.stringify(this.#wanted)) return
    this.#wanted = grant
    this.again()
  }

  /** Applies what is wanted once more: the engine, or the person in it, may have begun anew. */
  again(): void {
    this.#due = true
    if (this.#waiting) clearTimeout(this.#waiting)
    this.#waiting = null
    if (!this.#running) void this.#run()
  }

  close(): void {
    this.#wanted = null
    this.#due = false
    if (this.#waiting) clearTimeout(this.#waiting)
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#due && this.#wanted) {
      this.#due = false
      try {
        await this.#apply(this.#wanted)
        this.#wait = FIRST_WAIT
      } catch (fault) {
        this.#log.warn({ fault }, 'the media engine does not follow yet')
        if (this.#wanted) this.#later()
        break
      }
    }
    this.#running = false
  }

  #later(): void {
    this.#waiting = setTimeout(() => this.again(), this.#wait).unref()
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
  }
}
