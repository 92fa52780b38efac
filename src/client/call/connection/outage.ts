import { KEPT_WHEN_CUT } from '../../../rules/entry/presence.ts'
import type { Line } from './transport.ts'
import type { Connection } from '../call-state.ts'

/** Tells when a page has been cut off from its room for as long as a place in it is kept. [PRESENCE-2] Ends with `close`. */
export class Outage {
  readonly #line: Pick<Line, 'after'>
  readonly #forGood: () => void
  #stop: (() => void) | null = null

  constructor(line: Pick<Line, 'after'>, forGood: () => void) {
    this.#line = line
    this.#forGood = forGood
  }

  /** How the connection fares now. */
  follow(connection: Connection): void {
    if (connection !== 'reconnecting') return this.close()
    this.#stop ??= this.#line.after(KEPT_WHEN_CUT, () => this.#forGood())
    return undefined
  }

  close(): void {
    this.#stop?.()
    this.#stop = null
  }
}
