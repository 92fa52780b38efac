import { statSync } from 'node:fs'
import { StoreDown } from './store.ts'

const GONE = 'The file of the store is gone.'

/** What tells a file from another of the same name; null where there is none. */
function fileAt(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

/** Throws StoreDown where there is no such file: none is to be begun in its place. */
export function mustBeThere(path: string): void {
  if (fileAt(path) === null) throw new StoreDown(GONE)
}

/**
 * A look whether the file that is open now is still the one that others find: SQLite goes on writing to one that was taken away, and nobody
 * would ever read it. The look throws StoreDown where it is not; `replaced` is called first where another has come in its place.
 */
export function fileGuard(path: string, replaced?: () => void): () => void {
  const file = fileAt(path)
  return () => {
    const now = fileAt(path)
    if (now === file) return
    if (now !== null) replaced?.()
    throw new StoreDown(GONE)
  }
}
