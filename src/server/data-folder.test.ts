import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { claimFolder } from './data-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'rostrum-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('[OWNER-3] a data folder is made where there is none, and belongs to one Rostrum at a time', () => {
  const folder = join(root, 'new', 'data')
  const { release } = claimFolder(folder)
  expect(() => claimFolder(folder)).toThrow(`ROSTRUM_DATA is "${folder}", and another Rostrum is running there.`)
  release()
  release()
  claimFolder(folder).release()
})

test('a data folder that cannot be one is named, with what to do', () => {
  const file = join(root, 'file')
  writeFileSync(file, '')
  expect(() => claimFolder(join(file, 'data'))).toThrow(
    /ROSTRUM_DATA is .* nothing can be written there.*another folder/,
  )
})

test('what is in the data folder is for its owner alone, also where it was there before', () => {
  const made = join(root, 'made')
  claimFolder(made).release()
  const before = join(root, 'before')
  mkdirSync(before, { mode: 0o755 })
  claimFolder(before).release()
  for (const folder of [made, before]) expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a claim knows when the one before was last seen running', () => {
  const folder = join(root, 'alive')
  const first = claimFolder(folder)
  expect(Math.abs(first.lastAlive - Date.now())).toBeLessThan(10_000)
  first.release()
  const hourAgo = Date.now() / 1_000 - 3_600
  utimesSync(join(folder, 'alive'), hourAgo, hourAgo)
  const second = claimFolder(folder)
  expect(second.lastAlive).toBeCloseTo(hourAgo * 1_000, -2)
  second.release()
})
