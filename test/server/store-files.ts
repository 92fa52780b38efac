import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the store in which any of these words still stands. */
export function filesWith(folder: string, ...words: string[]): string[] {
  const files = readdirSync(folder).filter((file) => file.startsWith('rostrum.db'))
  return files.filter((file) => {
    const bytes = readFileSync(join(folder, file))
    return words.some((word) => bytes.includes(word))
  })
}
