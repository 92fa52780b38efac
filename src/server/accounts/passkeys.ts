import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { NewPasskey, PasskeyQuestion, PasskeyWish, UsedPasskey } from '../../protocol/accounts.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { StoreDown } from '../store/store.ts'
import type { Account } from './accounts.ts'
import type { OneTimeSecrets } from './one-time-secrets.ts'

const LASTS = 5 * 60_000
// EdDSA, ES256 and RS256 (RFC 9053, RFC 8812): one of them every device has.
const ALGORITHMS = [-8, -7, -257]

type Needs = { database: Database; clock: Clock; secrets: OneTimeSecrets; url: URL }

/**
 * The passkeys of accounts, checked by @simplewebauthn/server. better-auth's own plugin is made for other versions of what better-auth
 * itself is made of. A challenge is a secret that is good once, so that nothing is kept in the browser meanwhile. [ACCOUNT-13]
 */
export class Passkeys {
  readonly #needs: Needs
  readonly #site: { id: string; name: string }

  constructor(needs: Needs) {
    this.#needs = needs
    this.#site = { id: needs.url.hostname, name: 'Rostrum' }
  }

  /** What a browser asks a device for, to make a passkey of an account. */
  async wish({ id, name, email }: Account): Promise<PasskeyWish> {
    const { database, secrets } = this.#needs
    const known = await database.selectFrom('passkeys').select('id').where('account', '=', id).execute()
    return {
      challenge: encoded(await secrets.issue('passkey-new', { goesWith: null, lasts: LASTS, account: id })),
      rp: this.#site,
      user: { id: encoded(id), name: email, displayName: name },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
      excludeCredentials: known.map((passkey) => ({ id: passkey.id, type: 'public-key' })),
      timeout: LASTS,
    }
  }

  /** Keeps the passkey that a device has made; false where that cannot be believed, or there is one like it. */
  async keep(account: string, { made }: NewPasskey, name: string): Promise<boolean> {
    const { clock, database, secrets } = this.#needs
    const { verified, registrationInfo } = await believed(
      verifyRegistrationResponse({
        response: { ...made, clientExtensionResults: {} },
        expectedChallenge: async (challenge) => await secrets.isTaken('passkey-new', decoded(challenge), account),
        ...this.#expected(),
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    )
    if (!verified || !registrationInfo) return false
    const { id, publicKey, counter } = registrationInfo.credential
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('passkeys')
      .values({
        id,
        account,
        name,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        at: clock.now(),
        usedAt: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows !== undefined && numInsertedOrUpdatedRows > 0n
  }

  /** What a browser asks a device for, to sign in by any passkey of this server. */
  async question(): Promise<PasskeyQuestion> {
    const secret = await this.#needs.secrets.issue('passkey-sign-in', { goesWith: null, lasts: LASTS })
    return { challenge: encoded(secret), rpId: this.#site.id, timeout: LASTS }
  }

  /** Whose account a device opens by what it says; null for nobody's. */
  async accountOf({ used }: UsedPasskey): Promise<string | null> {
    const { clock, database, secrets } = this.#needs
    const known = await database.selectFrom('passkeys').selectAll().where('id', '=', used.id).executeTakeFirst()
    if (!known) return null
    const { verified, authenticationInfo } = await believed(
      verifyAuthenticationResponse({
        response: { ...used, clientExtensionResults: {} },
        expectedChallenge: async (challenge) => await secrets.isTaken('passkey-sign-in', decoded(challenge), null),
        ...this.#expected(),
        credential: {
          id: known.id,
          publicKey: Uint8Array.from(Buffer.from(known.publicKey, 'base64url')),
          counter: known.counter,
        },
      }),
    )
    if (!verified || !authenticationInfo) return null
    await database
      .updateTable('passkeys')
      .set({ counter: authenticationInfo.newCounter, usedAt: clock.now() })
      .where('id', '=', known.id)
      .execute()
    return known.account
  }

  #expected() {
    return { expectedOrigin: this.#needs.url.origin, expectedRPID: this.#site.id, requireUserVerification: true }
  }
}

/** What a check gives; it throws where something does not match, as it throws what our store throws. */
async function believed<T extends { verified: boolean }>(check: Promise<T>): Promise<Partial<T>> {
  try {
    return await check
  } catch (fault) {
    if (fault instanceof StoreDown) throw fault
    return {}
  }
}

const encoded = (text: string) => Buffer.from(text).toString('base64url')
const decoded = (text: string) => Buffer.from(text, 'base64url').toString()
