import type { Millis } from '../../../protocol/types.ts'

/** The events of a socket. `closed` comes once, and last. */
export type SocketEvents = { opened(): void; heard(text: string): void; closed(code: number, reason: string): void }

/** One WebSocket. */
export type Socket = { send(text: string): void; close(code: number): void }

/** The network, the clock and chance, as a connection uses them; tests have their own. */
export type Transport = {
  dial(ends: SocketEvents): Socket
  /** Calls after a time, unless the returned function is called before. */
  after(wait: Millis, then: () => void): () => void
  /** From 0 to 1. */
  chance(): number
  /** Calls back when the network may be back, or is gone, until the returned function is called. */
  watch(moments: { back: () => void; gone: () => void }): () => void
}
