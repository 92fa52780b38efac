import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesContract } from '../../../test/files/files.contract.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { openFolder } from './files.folder.ts'

describe('a folder', () => {
  filesContract(async () => await openFolder(newFolder()))
})

test('[FILES-2] what was broken off by a stop is never served, and is gone after the next start', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'files-unfinished'))
  writeFileSync(join(folder, 'files-unfinished', '1'), 'torn')
  const files = await openFolder(folder)
  expect(await files.usage()).toEqual({ files: 0, bytes: 0 })
  expect(readdirSync(join(folder, 'files-unfinished'))).toEqual([])
})

test('[FILES-1] what was put is there after a restart', async () => {
  const folder = newFolder()
  await (await openFolder(folder)).put('one', [Buffer.from('abc')])
  const again = await openFolder(folder)
  expect((await again.get('one'))?.size).toBe(3)
  expect(existsSync(join(folder, 'files', 'one'))).toBe(true)
})

/** How many of this process's open files are in a folder (proc(5)). */
function openIn(folder: string): number {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(join('/proc/self/fd', fd))
    } catch {
      return ''
    }
  })
  return links.filter((link) => link.startsWith(folder)).length
}

test('[FILES-1] a file that nobody reads, or nobody reads to its end, is not left open', async () => {
  const folder = newFolder()
  const files = await openFolder(folder)
  await files.put('one', [Buffer.alloc(1_000_000, 'a')])
  const unread = await files.get('one')
  expect(openIn(folder)).toBe(0)
  unread?.content.destroy()
  const half = (await files.get('one'))?.content
  if (!half) throw new Error('nothing was kept')
  half.once('data', () => half.destroy())
  await once(half, 'close')
  expect(openIn(folder)).toBe(0)
})
