import { statfs } from 'node:fs/promises'

/** Bytes that stay free on the disk, so that the database goes on whatever is brought. */
export const KEPT_FREE = 500_000_000

/** Whether the disk of a path has no place for so many bytes more, beside what stays free. */
export async function isDiskLow(path: string, bytes = 0, free = KEPT_FREE): Promise<boolean> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize < free + bytes
}
