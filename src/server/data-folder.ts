import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Makes the data folder, and keeps it for this process until the returned function is called or the process is gone,
 * however it goes. Throws a sentence where nothing can be written, or another Rostrum has it: two would end each other's
 * LiveKit.
 */
export function claimFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (fault) {
    throw sentence(folder, 'and nothing can be written there', fault)
  }
  // SQLite's lock is the operating system's: it goes with the process, also after kill -9.
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (fault) {
    lock.close()
    throw isBusy(fault) ? sentence(folder, 'and another Rostrum is running there') : sentence(folder, 'but', fault)
  }
  return () => lock.isOpen && lock.close()
}

function sentence(folder: string, but: string, cause?: unknown): Error {
  const why = cause instanceof Error ? `: ${cause.message}` : ''
  return new Error(`ROSTRUM_DATA is "${folder}", ${but}${why}. Set ROSTRUM_DATA to another folder.`, { cause })
}

/** SQLITE_BUSY. */
function isBusy(fault: unknown): boolean {
  return fault instanceof Error && 'errcode' in fault && fault.errcode === 5
}
