import * as v from 'valibot'
import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { keyOf, newId } from '../secrets.ts'

/** What a secret is good for. */
type Purpose = 'oidc' | 'passkey-new' | 'passkey-sign-in' | 'verify-email' | 'reset-password' | 'change-email'

/** Secrets that are good once and for a while, for one purpose. Kept are only their hashes, with what goes with each. */
export class OneTimeSecrets {
  readonly #database: Database
  readonly #clock: Clock

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** Makes one, good for so many ms; whoever has it gets back what goes with it. `account`: whose it is, and with whom it goes. */
  async issue(purpose: Purpose, given: { goesWith: unknown; lasts: Millis; account?: string }): Promise<string> {
    const secret = newId()
    const now = this.#clock.now()
    await dropExpiredSecrets(this.#database, now)
    await this.#database
      .insertInto('oneTimeSecrets')
      .values({
        key: keyOf(secret),
        purpose,
        account: given.account ?? null,
        goesWith: JSON.stringify(given.goesWith),
        until: now + given.lasts,
      })
      .execute()
    return secret
  }

  /** What goes with a secret, which stays good; null for one that is unknown, was used, or is too old. */
  async read<T>(purpose: Purpose, secret: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
    const row = await this.#database
      .selectFrom('oneTimeSecrets')
      .select('goesWith')
      .where('key', '=', keyOf(secret.slice(0, 100)))
      .where('purpose', '=', purpose)
      .where('until', '>', this.#clock.now())
      .executeTakeFirst()
    return row ? v.parse(schema, JSON.parse(row.goesWith)) : null
  }

  /** What goes with a secret, which is used up by this; null for one that is unknown, was used, or is too old. */
  async take<T>(purpose: Purpose, secret: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
    const row = await this.#take(purpose, secret)
    return row ? v.parse(schema, JSON.parse(row.goesWith)) : null
  }

  /** Uses up a secret with which nothing goes; whether it was good, and this account's. */
  async isTaken(purpose: Purpose, secret: string, account: string | null): Promise<boolean> {
    return (await this.#take(purpose, secret))?.account === account
  }

  async #take(purpose: Purpose, secret: string) {
    return await this.#database
      .deleteFrom('oneTimeSecrets')
      .where('key', '=', keyOf(secret.slice(0, 100)))
      .where('purpose', '=', purpose)
      .where('until', '>', this.#clock.now())
      .returning(['goesWith', 'account'])
      .executeTakeFirst()
  }

  /** Makes all secrets of an account for one purpose void. */
  async revoke(purpose: Purpose, account: string): Promise<void> {
    await this.#database
      .deleteFrom('oneTimeSecrets')
      .where('account', '=', account)
      .where('purpose', '=', purpose)
      .execute()
  }
}

/** Forgets the secrets that are too old, for good: a clock that is set back later brings none of them back. [ACCOUNT-20] */
export async function dropExpiredSecrets(database: Database, now: Millis): Promise<void> {
  await database.deleteFrom('oneTimeSecrets').where('until', '<=', now).execute()
}
