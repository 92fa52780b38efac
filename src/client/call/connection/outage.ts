import { KEPT_WHEN_CUT } from '../../../rules/entry/presence.ts'
import type { Transport } from './transport.ts'
import type { Connection } from '../call-state.ts'

/** Calls `forGood` when this page has been disconnected for as long as a place is kept [PRESENCE-2]. Ends with `close`. */
export class Outage {
  readonly #transport: Pick<Transport, 'after'>
  readonly #forGood: () => void
  #stop: (() => void) | null = null

  constructor(transport: Pick<Transport, 'after'>, forGood: () => void) {
    this.#transport = transport
    this.#forGood = forGood
  }

  /** Reports the connection's state. */
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
