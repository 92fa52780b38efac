// What a disk, or somebody's share of it, says when it takes no more.
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

/** Whether a fault says that the disk takes no more. */
export function isFull(fault: unknown): boolean {
  return FULL.has(codeOf(fault))
}

/** What the system calls a fault; null for one that is not of it. */
export function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : null
}
