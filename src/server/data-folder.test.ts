import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { claimFolder } from './data-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'rostrum-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a data folder is made where there is none, and belongs to one Rostrum at a time', () => {
  const folder = join(root, 'new', 'data')
  const release = claimFolder(folder)
  expect(() => claimFolder(folder)).toThrow(`ROSTRUM_DATA is "${folder}", and another Rostrum is running there.`)
  release()
  release()
  claimFolder(folder)()
})

test('a data folder that cannot be one is named, with what to do', () => {
  const file = join(root, 'file')
  writeFileSync(file, '')
  expect(() => claimFolder(join(file, 'data'))).toThrow(
    /ROSTRUM_DATA is .* nothing can be written there.*another folder/,
  )
})
