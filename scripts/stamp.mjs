import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * One hash over files and folders: their names and what is in them.
 *
 * @param {string} root names are taken relative to it, so that two clones agree
 * @param {readonly string[]} paths below root; what is not there counts as not there
 * @param {(name: string) => boolean} [counts] which file names count, all by default
 * @returns {string} 64 hexadecimal digits
 */
export function hashOf(root, paths, counts = () => true) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesUnder(join(root, path)).filter(counts).toSorted())
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  return hash.digest('hex')
}

/** Whether a stamp says what is wanted; a missing one never does. @param {string} file @param {string} wanted */
export function stamped(file, wanted) {
  try {
    return readFileSync(file, 'utf8') === wanted
  } catch {
    return false
  }
}

/** Written last, and in one go: what broke off half-way has no stamp. @param {string} file @param {string} value */
export function stamp(file, value) {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, value)
  renameSync(fresh, file)
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}
