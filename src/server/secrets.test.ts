import * as v from 'valibot'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Id } from '../protocol/types.ts'
import { keyOf, linkToken, newId, readSecrets } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'rostrum-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('secrets are made once, stay the same, and only their owner can read them', async () => {
  const made = await readSecrets(folder)
  expect(made.livekitSecret.length).toBeGreaterThanOrEqual(32)
  expect(await readSecrets(folder)).toEqual(made)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('secrets that cannot be read are never replaced by new ones', async () => {
  writeFileSync(join(folder, 'secrets.json'), '{')
  await expect(readSecrets(folder)).rejects.toThrow('Put it back from a backup')
})

test('an id is 128 bits of chance, and so is a link’s token, which follows from the installation’s key', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  expect(new Set(ids).size).toBe(1_000)
  for (const id of ids) expect(v.safeParse(Id, id).success).toBe(true)
  const token = linkToken('key', 'link')
  expect(v.safeParse(Id, token).success).toBe(true)
  expect(linkToken('key', 'link')).toBe(token)
  expect([linkToken('key', 'other'), linkToken('other', 'link')]).not.toContain(token)
})

test('what is kept of a secret does not give it back', () => {
  expect(keyOf('secret')).toMatch(/^[0-9a-f]{64}$/)
})
