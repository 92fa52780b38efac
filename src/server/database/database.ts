import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { WorkerThread } from '../store/worker-thread.ts'
import { statementsDialect } from './dialect.ts'
import { noted } from './own-faults.ts'
import type { Statements } from './statements.ts'
import type { Tables } from './tables.ts'

const FILE = new URL('database-worker.ts', import.meta.url)

/** What the portal remembers: accounts, and what belongs to rooms besides their sessions. Its tables are made by the store's migrations. */
export type Database = Kysely<Tables>

/**
 * The portal's tables in the store's file, asked in a thread of their own that starts with the first query; the store must have been opened
 * before. A query fails with StoreDown while the file cannot be used. `destroy` closes it. `maxPages`
 * limits the file, for tests.
 */
export function openDatabase(dataFolder: string, log: Logger, options: { maxPages?: number } = {}): Database {
  return new Kysely<Tables>({
    dialect: statementsDialect(async () => {
      const path = join(dataFolder, 'rostrum.db')
      const thread = await WorkerThread.start<Statements>(FILE, { path, ...options }, log)
      return {
        run: async (sql, parameters) => await noted(async () => await thread.call('run', [sql, parameters])),
        close: async () => await thread.stop(),
      }
    }),
  })
}
