import type { Readable } from 'node:stream'

/** Why something was not kept. */
export type FilesFault = 'disk-full'

/** A file that is kept: how many bytes, and what is in it, to be read once or destroyed. */
export type KeptFile = { size: number; content: Readable }

/**
 * Keeps files: pictures, and whatever is larger than a row. A key is ours, 1 to 64 letters, digits, `-` and `_`, never a name from outside;
 * any other throws. A file is there as a whole or not at all, and is never changed: what is new has a new key.
 */
export type Files = {
  /** Keeps what is read from `content`; on disk when it resolves. Where reading fails nothing is kept, and it rejects. */
  put(key: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<'stored' | FilesFault>
  /** The file of a key; null where there is none. */
  get(key: string): Promise<KeptFile | null>
  /** Deletes the file of a key. One that is not there is no fault. */
  delete(key: string): Promise<void>
  /** How many files there are, and of how many bytes together. */
  usage(): Promise<{ files: number; bytes: number }>
}
