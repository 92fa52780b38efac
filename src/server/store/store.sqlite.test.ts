import { spawn } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { eventsOf } from '../../../test/rules/events-of.ts'
import { harbour, host, link, storeContract } from '../../../test/store/store.contract.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import type { Event } from '../../protocol/events.ts'
import { NOTHING_RETAINED } from '../../protocol/views.ts'
import { MIGRATIONS } from './migrations.ts'
import { isDown } from './sqlite-faults.ts'
import { openSqlite } from './store.sqlite.ts'
import { openStore } from './store.threads.ts'
import { StoreDown, type Store } from './store.ts'

const root = mkdtempSync(join(tmpdir(), 'rostrum-store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const newFolder = () => mkdtempSync(join(root, 'data-'))
const folders = new WeakMap<Store, string>()

function openIn(folder: string): Store {
  const store = openSqlite(folder)
  folders.set(store, folder)
  return store
}

async function openThreads(folder: string): Promise<Store> {
  const store = await openStore(folder, pino({ level: 'silent' }))
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

storeContract(
  'SQLite in threads',
  async () => await openThreads(newFolder()),
  async (store) => {
    await store.close()
    return await openThreads(folders.get(store) ?? '')
  },
)

const session = 'full'.padEnd(22, '_')
const long = (at: number): Event => ({
  type: 'joined',
  at,
  person: session,
  name: 'x'.repeat(2_000),
  role: 'host',
  kept: NOTHING_RETAINED,
  page: '',
})

test('[MINE-2] rooms of before are found as names are searched for', async () => {
  const folder = newFolder()
  const file = join(folder, 'rostrum.db')
  const db = new DatabaseSync(file)
  for (const step of MIGRATIONS.slice(0, 4)) db.exec(step)
  db.exec('PRAGMA user_version = 4')
  const { id, mode, hostName } = harbour
  db.prepare('INSERT INTO rooms VALUES (?, ?, ?, ?, 1, NULL)').run(id, 'ÜBUNG im Café', mode, hostName)
  db.close()
  await openSqlite(folder).close()
  const after = new DatabaseSync(file)
  expect(after.prepare('SELECT words FROM roomDetails').get()).toMatchObject({ words: 'ubung im cafe' })
  after.close()
})

test('a full disk is said as such, loses nothing, and the process goes on once there is room', async () => {
  const folder = newFolder()
  const small = openSqlite(folder, { maxPages: 50 })
  let stored = 0
  while ((await small.append(session, stored, [long(stored)])) === 'stored') stored += 1
  expect(await small.append(session, stored, [long(stored)])).toBe('disk-full')
  expect(await small.createRoom(harbour, { ...host, name: 'x'.repeat(90_000) }, [link])).toBe('disk-full')
  expect(await eventsOf(small, session)).toHaveLength(stored)
  await small.close()
  const roomy = openSqlite(folder)
  expect(await roomy.append(session, stored, [long(stored)])).toBe('stored')
  expect(await eventsOf(roomy, session)).toHaveLength(stored + 1)
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

test('[KEEP-1] data of before are told which session is of which room, and when it ended', async () => {
  const folder = newFolder()
  const db = new DatabaseSync(join(folder, 'rostrum.db'))
  for (const step of MIGRATIONS.slice(0, 4)) db.exec(step)
  db.exec('PRAGMA user_version = 4')
  const of = (name: string) => name.padEnd(22, '_')
  const { id, name, mode, hostName } = harbour
  db.prepare('INSERT INTO rooms VALUES (?, ?, ?, ?, 1, ?)').run(id, name, mode, hostName, of('runs'))
  const rows = [
    ['ended', 0, { type: 'sessionStarted', at: 1, room: id }],
    ['ended', 1, { type: 'sessionEnded', at: 5 }],
    ['left', 0, { type: 'sessionStarted', at: 6, room: id }],
    ['left', 1, { type: 'left', at: 7 }],
    ['runs', 0, { type: 'sessionStarted', at: 8, room: id }],
    ['runs', 1, { type: 'left', at: 9 }],
  ] as const
  const add = db.prepare('INSERT INTO events VALUES (?, ?, ?)')
  for (const [run, seq, event] of rows) add.run(of(run), seq, JSON.stringify(event))
  add.run(of('torn'), 0, '{"type":"sess')
  db.close()
  const store = openSqlite(folder)
  expect(await store.endedBefore(1_000, '')).toEqual([
    { session: of('ended'), room: id, isLast: false },
    { session: of('left'), room: id, isLast: false },
  ])
  expect(await store.endedBefore(6, '')).toHaveLength(1)
  await store.close()
})

test('[LOG-1] whatever was acknowledged is there after kill -9', async () => {
  const folder = newFolder()
  const program = fileURLToPath(new URL('../../../test/store/append-forever.ts', import.meta.url))
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
  const seqs = (await eventsOf(store, 'killed'.padEnd(22, '_'))).map((event) => event.at)
  expect(seqs.slice(0, acknowledged + 1)).toEqual(Array.from({ length: acknowledged + 1 }, (_, n) => n))
  await store.close()
})

test('a row that cannot be read is left out, and the rest is there', async () => {
  const folder = newFolder()
  const store = openSqlite(folder)
  await store.append(session, 0, [long(0), long(1), long(2)])
  await store.close()
  const db = new DatabaseSync(join(folder, 'rostrum.db'))
  db.prepare('UPDATE events SET event = ? WHERE seq = 1').run('{"type":"joi')
  db.close()
  const again = openSqlite(folder)
  const { events, next, unreadable } = await again.loadFrom(session, 0)
  expect([events.map(({ at }) => at), next, unreadable]).toEqual([[0, 2], 3, [1]])
  expect(await again.append(session, next, [long(3)])).toBe('stored')
  await again.close()
})

test('[SESSION-8] a session whose last row cannot be read is one that runs, and keeps no other from going on', async () => {
  const folder = newFolder()
  const store = openSqlite(folder)
  const rooms = ['whole', 'torn', 'emptied'].map((name) => ({ ...harbour, id: name.padEnd(22, '_') }))
  for (const room of rooms) {
    await store.createRoom(room, { ...host, id: `h-${room.id}`.slice(0, 22), room: room.id }, [])
    await store.begin(room.id, `s-${room.id}`.slice(0, 22), [long(0), long(1)])
  }
  await store.close()
  const db = new DatabaseSync(join(folder, 'rostrum.db'))
  const tear = db.prepare('UPDATE events SET event = ? WHERE seq = 1 AND session LIKE ?')
  tear.run('{"type":"joi', 's-torn%')
  tear.run('{}', 's-emptied%')
  db.close()
  const again = openSqlite(folder)
  expect((await again.running()).map(({ id }) => id).toSorted()).toEqual(rooms.map(({ id }) => id).toSorted())
  await again.close()
})

test('[STORE-1] a file that another process has locked is away, and nothing else, until it lets go', async () => {
  const folder = newFolder()
  const store = openSqlite(folder, { busyTimeout: 10 })
  expect(await store.append(session, 0, [long(0)])).toBe('stored')
  const other = new DatabaseSync(join(folder, 'rostrum.db'))
  other.exec('BEGIN IMMEDIATE')
  await expect(store.append(session, 1, [long(1)])).rejects.toThrow(StoreDown)
  await expect(store.putPerson(host)).rejects.toThrow(StoreDown)
  expect(await eventsOf(store, session)).toHaveLength(1)
  other.close()
  expect(await store.append(session, 1, [long(1)])).toBe('stored')
  await store.close()
})

test('[STORE-1] to a file that was taken away nothing is written; it is when it is put back', async () => {
  const folder = newFolder()
  const store = await openThreads(folder)
  expect(await store.append(session, 0, [long(0)])).toBe('stored')
  const file = join(folder, 'rostrum.db')
  renameSync(file, `${file}-away`)
  await expect(store.append(session, 1, [long(1)])).rejects.toThrow(StoreDown)
  renameSync(`${file}-away`, file)
  expect(await store.append(session, 1, [long(1)])).toBe('stored')
  await store.close()
})

test('[STORE-1] a file that was put in the place of another is opened, and no empty one is begun', async () => {
  const folder = newFolder()
  const store = await openThreads(folder)
  expect(await store.append(session, 0, [long(0)])).toBe('stored')
  const file = join(folder, 'rostrum.db')
  const backup = new DatabaseSync(file)
  backup.exec(`VACUUM INTO '${file}-backup'`)
  backup.close()
  for (const end of ['', '-wal', '-shm']) rmSync(file + end)
  await expect(store.append(session, 1, [long(1)])).rejects.toThrow(StoreDown)
  expect(existsSync(file)).toBe(false)
  renameSync(`${file}-backup`, file)
  await expect(store.append(session, 1, [long(1)])).rejects.toThrow(StoreDown)
  const appended = async () => await store.append(session, 1, [long(1)]).catch(() => 'away')
  await expect.poll(appended, { timeout: 20_000 }).toBe('stored')
  expect(await eventsOf(store, session)).toHaveLength(2)
  await store.close()
})

test('[STORE-1] a disk that may only be read is away', async () => {
  const folder = newFolder()
  await openSqlite(folder).close()
  const db = new DatabaseSync(join(folder, 'rostrum.db'), { readOnly: true })
  let fault: unknown
  try {
    db.exec('DELETE FROM rooms')
  } catch (caught) {
    fault = caught
  }
  db.close()
  expect(isDown(fault)).toBe(true)
})

test('a thread of the store that ends by itself is started again; what was asked of it meanwhile fails', async () => {
  const threads: Worker[] = []
  const note = (message: unknown) => threads.push(v.parse(v.object({ worker: v.instance(Worker) }), message).worker)
  subscribe('worker_threads', note)
  const store = await openStore(newFolder(), pino({ level: 'silent' }))
  expect(await store.append(session, 0, [long(0)])).toBe('stored')
  const asked = store.append(session, 1, [long(1)])
  await threads[0]?.terminate()
  await expect(asked).rejects.toThrow('thread has ended')
  await expect(store.room(session)).rejects.toThrow('thread has ended')
  await expect.poll(async () => await eventsOf(store, session).catch(() => []), { timeout: 20_000 }).not.toEqual([])
  expect(threads).toHaveLength(3)
  unsubscribe('worker_threads', note)
  await store.close()
})
