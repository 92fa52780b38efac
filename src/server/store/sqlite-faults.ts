// https://www.sqlite.org/rescode.html
const FULL = 13
const IOERR_WRITE = 778
// PERM, BUSY, LOCKED, READONLY, IOERR, CORRUPT, CANTOPEN, PROTOCOL, NOTADB
const DOWN = [3, 5, 6, 8, 10, 11, 14, 15, 26]

/** SQLITE_FULL, or SQLITE_IOERR_WRITE where the disk itself says no. */
export function isFull(fault: unknown): boolean {
  const code = codeOf(fault)
  return code === FULL || code === IOERR_WRITE
}

/** The file, or the disk under it, cannot be used just now: it is nothing that was asked which is wrong. */
export function isDown(fault: unknown): boolean {
  // The lowest byte of a code is its kind.
  return !isFull(fault) && DOWN.includes(codeOf(fault) & 0xff)
}

function codeOf(fault: unknown): number {
  return fault instanceof Error && 'errcode' in fault && typeof fault.errcode === 'number' ? fault.errcode : 0
}
