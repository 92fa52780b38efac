/** What SQLite keeps in a row; booleans are 0 and 1. */
export type Value = string | number | bigint | Uint8Array | null

/** What a statement gave. `changes`: how many rows it has changed. */
export type Result = { rows: Record<string, unknown>[]; changes: number | bigint; lastId: number | bigint }

/** What runs SQL statements, one after the other. */
export type Statements = {
  /** Runs one statement. On disk when a commit of it resolves. */
  run(sql: string, parameters: readonly Value[]): Promise<Result>
  close(): Promise<void>
}
