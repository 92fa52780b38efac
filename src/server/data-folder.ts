import { accessSync, chmodSync, constants, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Millis } from '../protocol/types.ts'

const BEATS_EVERY: Millis = 5_000
// Messages, keys and names are nobody's business on a machine that others use too.
const OWNER_ALONE = 0o700

/** A data folder that is ours. */
export type Claim = {
  /** When the one before us on this data was last seen running, in ms since 1970; now, where none was. */
  lastAlive: Millis
  /** Gives the folder back. Twice is harmless. */
  release: () => void
}

/**
 * Makes the data folder, readable by its owner alone, and keeps it for this process until it is released or the process is gone,
 * however it goes. Throws a sentence where nothing can be written, or another Rostrum has it: two would end each other's LiveKit.
 */
export function claimFolder(folder: string): Claim {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ALONE })
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
  shut(folder)
  const heart = beat(join(folder, 'alive'))
  return {
    lastAlive: heart.lastAlive,
    release() {
      heart.stop()
      if (lock.isOpen) lock.close()
    },
  }
}

/** A folder that was made by an earlier version, or by hand, is shut as well; on a disk without such rights there are none to take. */
function shut(folder: string): void {
  try {
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, OWNER_ALONE)
  } catch {
    // Somebody else owns the folder and lets us write there: who reads it is theirs to say.
  }
}

/** Leaves a mark in a file every few seconds, by which the next one knows how long nobody was there. */
function beat(file: string): { lastAlive: Millis; stop(): void } {
  const lastAlive = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  const mark = () => {
    const now = Date.now() / 1_000
    try {
      utimesSync(file, now, now)
    } catch {
      // A disk that takes nothing is told of where something is lost by it.
    }
  }
  writeFileSync(file, '')
  const timer = setInterval(mark, BEATS_EVERY).unref()
  return {
    lastAlive,
    stop() {
      clearInterval(timer)
      mark()
    },
  }
}

function sentence(folder: string, but: string, cause?: unknown): Error {
  const why = cause instanceof Error ? `: ${cause.message}` : ''
  return new Error(`ROSTRUM_DATA is "${folder}", ${but}${why}. Set ROSTRUM_DATA to another folder.`, { cause })
}

/** SQLITE_BUSY. */
function isBusy(fault: unknown): boolean {
  return fault instanceof Error && 'errcode' in fault && fault.errcode === 5
}
