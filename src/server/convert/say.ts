import { writeSync } from 'node:fs'
import { type Refusal, type Said } from './converted.ts'

/** Says a line to the process that began this one. */
export function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

/** Why a worker gives up; thrown within it alone. */
export class GiveUp extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}

/** Runs a worker's work, and says why where it gives up; anything else ends it with its words. */
export async function working(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error
    say({ refused: error.reason })
  }
}
