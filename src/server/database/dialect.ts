import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
} from 'kysely'
import type { Statements, Value } from './statements.ts'

/** Kysely's SQLite over statements that are run elsewhere. They are opened at the first query. */
export function statementsDialect(open: () => Promise<Statements>): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new StatementsDriver(open),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** There is one connection; Kysely lets one query or transaction at a time have it. */
class StatementsDriver implements Driver {
  readonly #open: () => Promise<Statements>
  #statements: Statements | null = null

  constructor(open: () => Promise<Statements>) {
    this.#open = open
  }

  async init(): Promise<void> {
    this.#statements = await this.#open()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const statements = this.#statements
    if (!statements) throw new Error('The database is closed.')
    return connectionTo(statements)
  }

  /** Takes the right to write at once, so that no transaction fails half-way for another's. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('ROLLBACK'))
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#statements?.close()
    this.#statements = null
  }
}

function connectionTo(statements: Statements): DatabaseConnection {
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Kysely's own signature
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, changes, lastId } = await statements.run(sql, parameters.map(valueOf))
      return {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely says by its types what rows a query gives
        rows: rows as R[],
        numAffectedRows: BigInt(changes),
        insertId: BigInt(lastId),
      }
    },
    // oxlint-disable-next-line require-yield -- there is nothing to give before it is refused
    async *streamQuery() {
      throw new Error('The answers of this database come whole.')
    },
  }
}

/** What SQLite keeps of a value. */
function valueOf(value: unknown): Value {
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.toISOString()
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`A database keeps no ${typeof value}.`)
}
