import { expect, onTestFinished, test } from 'vitest'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { openSqlite } from '../store/store.sqlite.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { DiskFull, StoreDown } from '../store/store.ts'
import { openDatabase, type Database } from './database.ts'

function opened(folder = mkdtempSync(join(tmpdir(), 'rostrum-')), options: { maxPages?: number } = {}): Database {
  const store = openSqlite(folder)
  const database = openDatabase(folder, pino({ level: 'silent' }), options)
  onTestFinished(async () => {
    await database.destroy()
    await store.close()
  })
  return database
}

const write = async (database: Database, act: string) =>
  await database.insertInto('auditLog').values({ at: 1, by: null, act, about: null }).execute()
const acts = async (database: Database) =>
  (await database.selectFrom('auditLog').select('act').orderBy('n').execute()).map(({ act }) => act)

test('what a transaction wrote before it failed is not there, and what others asked meanwhile is', async () => {
  const database = opened()
  const failing = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('auditLog').values({ at: 1, by: null, act: 'lost', about: null }).execute()
    throw new Error('stopped')
  })
  await Promise.all([expect(failing).rejects.toThrow('stopped'), write(database, 'kept')])
  expect(await acts(database)).toEqual(['kept'])
})

test('it says how many rows were changed, and the number of a row that is new', async () => {
  const database = opened()
  const added = await database
    .insertInto('auditLog')
    .values({ at: 1, by: null, act: 'one', about: null })
    .executeTakeFirstOrThrow()
  expect(added.insertId).toBe(1n)
  await write(database, 'two')
  const changed = await database.updateTable('auditLog').set({ about: 'room' }).executeTakeFirst()
  expect(changed.numUpdatedRows).toBe(2n)
})

test('a statement that is wrong fails alone', async () => {
  const database = opened()
  await write(database, 'one')
  const twice = database.insertInto('auditLog').values({ n: 1, at: 1, by: null, act: 'twice', about: null })
  await expect(twice.execute()).rejects.toThrow(/UNIQUE/)
  expect(await acts(database)).toEqual(['one'])
})

test('a full disk is said as such, keeps nothing of what was begun, and the rest goes on', async () => {
  const database = opened(undefined, { maxPages: 120 })
  const long = 'x'.repeat(1_000_000)
  await expect(write(database, long)).rejects.toThrow(DiskFull)
  const failing = database.transaction().execute(async (transaction) => {
    await write(transaction, 'lost')
    await write(transaction, long)
  })
  await expect(failing).rejects.toThrow(DiskFull)
  await write(database, 'kept')
  expect(await acts(database)).toEqual(['kept'])
})

test('[STORE-1] to a file that was taken away nothing is written; it is when it is put back', async () => {
  const folder = newFolder()
  const database = opened(folder)
  const file = join(folder, 'rostrum.db')
  await write(database, 'one')
  renameSync(file, `${file}-away`)
  await expect(write(database, 'lost')).rejects.toThrow(StoreDown)
  const whole = database.transaction().execute(async (transaction) => await write(transaction, 'lost'))
  await expect(whole).rejects.toThrow(StoreDown)
  renameSync(`${file}-away`, file)
  await write(database, 'two')
  expect(await acts(database)).toEqual(['one', 'two'])
})

test('[STORE-1] a file that was put in the place of another is opened, and no empty one is begun', async () => {
  const folder = newFolder()
  const database = opened(folder)
  const file = join(folder, 'rostrum.db')
  await write(database, 'one')
  const backup = new DatabaseSync(file)
  backup.exec(`VACUUM INTO '${file}-backup'`)
  backup.close()
  await write(database, 'lost')
  for (const end of ['', '-wal', '-shm']) rmSync(file + end)
  await expect(write(database, 'lost')).rejects.toThrow(StoreDown)
  expect(existsSync(file)).toBe(false)
  renameSync(`${file}-backup`, file)
  await expect(write(database, 'lost')).rejects.toThrow(StoreDown)
  await expect.poll(async () => await acts(database).catch(() => []), { timeout: 20_000 }).toEqual(['one'])
})

test('[STORE-1] a lock of another that lasts is the store’s being away, and over when it is', async () => {
  const folder = newFolder()
  const database = opened(folder)
  await write(database, 'one')
  const other = new DatabaseSync(join(folder, 'rostrum.db'))
  other.exec('BEGIN IMMEDIATE')
  await expect(write(database, 'lost')).rejects.toThrow(StoreDown)
  other.exec('ROLLBACK')
  other.close()
  await write(database, 'two')
  expect(await acts(database)).toEqual(['one', 'two'])
}, 20_000)
