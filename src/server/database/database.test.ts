import { expect, onTestFinished, test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openSqlite } from '../store/store.sqlite.ts'
import { openDatabase, type Database } from './database.ts'

function opened(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-'))
  const store = openSqlite(folder)
  const database = openDatabase(folder, pino({ level: 'silent' }))
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
