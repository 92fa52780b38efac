import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

// A byte for each, from the processes of all workers.
const FILE = join('test-results', 'page-starts')

/** Counts from nothing, once before all workers. */
export function forgetPageStarts(): void {
  rmSync(FILE, { force: true })
}

/** Notes that a page was loaded: most of what a story costs. */
export function notePageStart(): void {
  mkdirSync(dirname(FILE), { recursive: true })
  appendFileSync(FILE, '.')
}

/** How many pages all stories have loaded, the reloaded ones too. */
export function pageStarts(): number {
  return statSync(FILE, { throwIfNoEntry: false })?.size ?? 0
}
