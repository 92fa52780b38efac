import { KEPT_WHEN_CUT } from '../../../rules/entry/presence.ts'
import type { Transport } from './transport.ts'
import type { Connection } from '../call-state.ts'

/** Tells when a page has been cut off from its room for as long as a place in it is kept. [PRESENCE-2] SocketEvents with `close`. */
export class Outage {
  readonly #transport: Pick<Transport, 'after'>
  readonly #forGood: () => void
  #stop: (() => void) | null = null

  constructor(line: Pick<Transport, 'after'>, forGood: () => void) {
    this.#transport = line
    this.#forGood = forGood
  }

  /** How the connection fares now. */
  follow(connection: Connection): void {
    if (connection !== 'reconnecting') return this.close()
    this.#stop ??= this.#transport.after(KEPT_WHEN_CUT, () => this.#forGood())
    return undefined
  }

  close(): void {
    this.#stop?.()
    this.#stop = null
  }
}
