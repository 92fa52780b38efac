import type { Readable } from 'node:stream'

/** Why something was not kept. */
export type FilesFault = 'disk-full'

/** A file that is kept: how many bytes it has as a whole, and what was asked for of it, to be read once or destroyed. */
export type KeptFile = { size: number; content: Readable }

/** A part of a file: from its byte `start`, the first is 0, to its byte `end`, both included. */
export type ByteRange = { start: number; end: number }

/**
 * Keeps files: pictures, and whatever is larger than a row. A key is ours, 1 to 64 letters, digits, `-` and `_`, never a name from outside;
 * any other throws. A file is there as a whole or not at all, and is never changed: what is new has a new key.
 */
export type Files = {
  /** Keeps what is read from `content`; on disk when it resolves. Where reading fails nothing is kept, and it rejects. */
  put(key: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<'stored' | FilesFault>
  /** The file of a key, or a part of it; null where there is none. Nothing is read that nobody takes. */
  get(key: string, range?: ByteRange): Promise<KeptFile | null>
  /** Deletes the file of a key. One that is not there is no fault. */
  delete(key: string): Promise<void>
  /** How many files there are, and of how many bytes together. */
  usage(): Promise<{ files: number; bytes: number }>
}
