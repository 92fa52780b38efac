import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { fileGuard, mustBeThere } from '../store/sqlite-file.ts'
import type { Result, Statements } from './statements.ts'

const BUSY_TIMEOUT = 5_000
// Prepared statements that are kept: each kind of query is compiled to the same words every time.
const PREPARED_MAX = 500
const ROLLBACK = 'ROLLBACK'
const NOTHING: Result = { rows: [], changes: 0, lastId: 0 }

/**
 * Runs statements on a SQLite file that the store has made and brought to its present shape. `replaced`: another file has come into its
 * place. `maxPages` limits the file, for tests.
 */
export function openStatements(
  path: string,
  { replaced, maxPages }: { replaced?: () => void; maxPages?: number } = {},
): Statements {
  mustBeThere(path)
  const db = new DatabaseSync(path)
  const checkFile = fileGuard(path, replaced)
  if (maxPages) db.exec(`PRAGMA max_page_count = ${maxPages}`)
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON`)
  // What was written ahead is brought into the file by the store's own thread.
  db.exec('PRAGMA wal_autocheckpoint = 0')
  const prepared = new Map<string, StatementSync>()

  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    if (prepared.size < PREPARED_MAX) prepared.set(sql, statement)
    return statement
  }

  return {
    async run(sql, parameters) {
      if (sql === ROLLBACK) {
        // A disk that is full has rolled back by itself.
        if (db.isTransaction) db.exec(ROLLBACK)
        return NOTHING
      }
      checkFile()
      const statement = prepare(sql)
      const given = [...parameters]
      if (statement.columns().length > 0) return { rows: statement.all(...given), changes: 0, lastId: 0 }
      const { changes, lastInsertRowid } = statement.run(...given)
      return { rows: [], changes, lastId: lastInsertRowid }
    },
    async close() {
      prepared.clear()
      if (db.isOpen) db.close()
    },
  }
}
