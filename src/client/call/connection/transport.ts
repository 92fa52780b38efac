import type { Millis } from '../../../protocol/types.ts'

/** What comes over a line that was dialled. `closed` comes once, and last. */
export type SocketEvents = { opened(): void; heard(text: string): void; closed(code: number, reason: string): void }

/** A line that was dialled: one WebSocket. */
export type Socket = { send(text: string): void; close(code: number): void }

/** The network, the clock and chance, as a connection uses them; a test turns them by hand. */
export type Transport = {
  dial(ends: SocketEvents): Socket
  /** Calls after a time, unless the returned function is called before. */
  after(wait: Millis, then: () => void): () => void
  /** From 0 to 1. */
  chance(): number
  /** Tells when the network may have come back, or has gone, until the returned function is called. */
  watch(moments: { back: () => void; gone: () => void }): () => void
}
