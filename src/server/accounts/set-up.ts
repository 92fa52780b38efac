import { timingSafeEqual } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { newId } from '../secrets.ts'

/** The link by which the first administrator is made: good until there is one, and made anew at each start until then. [ACCOUNT-1] */
export class SetUp {
  readonly #database: Database
  readonly #token = newId()

  constructor(database: Database) {
    this.#database = database
  }

  /** Its path; null where there is an administrator. */
  async path(): Promise<string | null> {
    return (await this.isDone()) ? null : `/setup/${this.#token}`
  }

  /** Whether there is an administrator. */
  async isDone(): Promise<boolean> {
    const admin = await this.#database
      .selectFrom('accounts')
      .select('id')
      .where('role', '=', 'admin')
      .limit(1)
      .execute()
    return admin.length > 0
  }

  /** Whether this is the token of the link. */
  isToken(token: string): boolean {
    const [given, right] = [Buffer.from(token), Buffer.from(this.#token)]
    return given.length === right.length && timingSafeEqual(given, right)
  }

  /** Makes an account the first administrator, where there is none; of two who press at once, one is. */
  async makeFirst(account: string, at: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('accounts')
      .set({ role: 'admin', updatedAt: at })
      .where('id', '=', account)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('accounts as other').select('other.id').where('other.role', '=', 'admin'))),
      )
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
}
