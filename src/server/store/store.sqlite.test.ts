import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { harbour, host, link, storeContract } from '../../../test/store.contract.ts'
import { memoryStore } from '../../../test/store.memory.ts'
import type { Event } from '../../protocol/events.ts'
import { NOTHING_KEPT } from '../../protocol/views.ts'
import { openSqlite } from './store.sqlite.ts'
import type { Store } from './store.ts'

const root = mkdtempSync(join(tmpdir(), 'rostrum-store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const newFolder = () => mkdtempSync(join(root, 'data-'))
const folders = new WeakMap<Store, string>()

function openIn(folder: string): Store {
  const store = openSqlite(folder)
  folders.set(store, folder)
  return store
}

storeContract(
  'memory',
  async () => memoryStore(),
  async (store) => store,
)
storeContract(
  'SQLite',
  async () => openIn(newFolder()),
  async (store) => {
    await store.close()
    return openIn(folders.get(store) ?? '')
  },
)

const session = 'full'.padEnd(22, '_')
const long = (at: number): Event => ({
  type: 'joined',
  at,
  person: session,
  name: 'x'.repeat(2_000),
  role: 'host',
  kept: NOTHING_KEPT,
})

test('a full disk is said as such, loses nothing, and the process goes on once there is room', async () => {
  const folder = newFolder()
  const small = openSqlite(folder, { maxPages: 30 })
  let stored = 0
  while ((await small.append(session, stored, [long(stored)])) === 'stored') stored += 1
  expect(await small.append(session, stored, [long(stored)])).toBe('disk-full')
  expect(await small.createRoom(harbour, { ...host, name: 'x'.repeat(9_000) }, [link])).toBe('disk-full')
  expect(await small.load(session)).toHaveLength(stored)
  await small.close()
  const roomy = openSqlite(folder)
  expect(await roomy.append(session, stored, [long(stored)])).toBe('stored')
  expect(await roomy.load(session)).toHaveLength(stored + 1)
  await roomy.close()
})

test('what cannot be stored at all fails alone, and takes no other of the same commit with it', async () => {
  const store = openSqlite(newFolder())
  await store.createRoom(harbour, host, [])
  const [twice, other] = await Promise.allSettled([
    store.createRoom(harbour, host, []),
    store.append(session, 0, [long(0)]),
  ])
  expect(twice.status).toBe('rejected')
  expect(other).toEqual({ status: 'fulfilled', value: 'stored' })
  await store.close()
})

test('data of a newer Rostrum are left as they are', () => {
  const folder = newFolder()
  const db = new DatabaseSync(join(folder, 'rostrum.db'))
  db.exec('PRAGMA user_version = 999')
  db.close()
  expect(() => openSqlite(folder)).toThrow('of a newer Rostrum')
})

test('[LOG-1] whatever was acknowledged is there after kill -9', async () => {
  const folder = newFolder()
  const program = fileURLToPath(new URL('../../../test/appends.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  let acknowledged = -1
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line)
    if (acknowledged === 200) child.kill('SIGKILL')
  }
  await gone
  expect(acknowledged).toBeGreaterThanOrEqual(200)
  const store = openSqlite(folder)
  const seqs = (await store.load('killed'.padEnd(22, '_'))).map((event) => event.at)
  expect(seqs.slice(0, acknowledged + 1)).toEqual(Array.from({ length: acknowledged + 1 }, (_, n) => n))
  await store.close()
})
