import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { codeOf, isFull } from './disk-full.ts'
import { fileKey } from './file-key.ts'
import type { ByteRange, Files } from './files.ts'

/**
 * Files in a folder of the data folder, which is made where it is not there. A file is written under another name, flushed, and then given
 * its own, so that one that was broken off is never served; what is left of such ones goes at the next start. The folder is one process's.
 */
export async function openFolder(dataFolder: string): Promise<Files> {
  const kept = join(dataFolder, 'files')
  const unfinished = join(dataFolder, 'files-unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(kept, { recursive: true })
  await mkdir(unfinished, { recursive: true })
  let count = 0

  const pathOf = (key: string) => join(kept, fileKey(key))

  return {
    async put(key, content) {
      const path = pathOf(key)
      count += 1
      const draft = join(unfinished, `${count}`)
      try {
        await write(draft, content)
        await rename(draft, path)
        await flush(kept)
        return 'stored'
      } catch (fault) {
        await rm(draft, { force: true })
        if (isFull(fault)) return 'disk-full'
        throw fault
      }
    },

    async get(key, range) {
      const path = pathOf(key)
      try {
        const { size } = await stat(path)
        return { size, content: Readable.from(read(path, range), { objectMode: false }) }
      } catch (fault) {
        if (codeOf(fault) === 'ENOENT') return null
        throw fault
      }
    },

    async delete(key) {
      await rm(pathOf(key), { force: true })
    },

    async usage() {
      const names = await readdir(kept)
      // One that is deleted meanwhile takes no room.
      const sizes = await Promise.all(names.map(async (name) => (await stat(join(kept, name)).catch(() => null))?.size))
      const found = sizes.filter((size) => size !== undefined)
      return { files: found.length, bytes: found.reduce((sum, size) => sum + size, 0) }
    },
  }
}

/** What is in a file; it is opened when somebody begins to read, and closed when they end, however that is. */
async function* read(path: string, range?: ByteRange): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    for await (const bytes of file.createReadStream({ ...range, autoClose: false })) yield bytes
  } finally {
    await file.close()
  }
}

async function write(path: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const bytes of content) await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is on disk once its folder is. */
async function flush(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
