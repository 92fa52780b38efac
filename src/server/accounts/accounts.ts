import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { PASSWORD_MAX, PASSWORD_MIN, type OwnAccount } from '../../protocol/accounts.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis } from '../../protocol/types.ts'
import type { Database } from '../database/database.ts'
import { isFresh } from '../../rules/accounts/fresh.ts'
import type { Clock } from '../clock.ts'
import { withOwnFaults } from '../database/own-faults.ts'
import { enterPlugin } from './enter-plugin.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { newId } from '../secrets.ts'

// In seconds. Who comes within it stays signed in, at most a day of it is lost by not coming.
const SIGNED_IN_FOR = 60 * 24 * 3_600
const RENEWED_AFTER = 24 * 3_600

/** Who is signed in. */
export type Account = Omit<OwnAccount, 'picture'> & { signIn: string; provenAt: number }

type Needs = {
  clock: Pick<Clock, 'now'>
  database: Database
  /** Signs the cookies. */
  key: string
  url: URL
  /** Whether cookies are for HTTPS alone. */
  secure: boolean
}

export type Accounts = ReturnType<typeof openAccounts>

/**
 * The accounts of this server, kept by better-auth in our tables. None of its own routes is open to anybody: ours ask it (see
 * account-routes.ts), so that what can be said to a server is what `src/protocol` says.
 */
export function openAccounts({ clock, database, key, url, secure }: Needs) {
  const auth = betterAuth({
    baseURL: url.origin,
    basePath: '/api/auth',
    secret: key,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Counted by network and by address of the e-mail in account-routes.ts.
    rateLimit: { enabled: false },
    database: { db: database, type: 'sqlite' },
    user: {
      modelName: 'accounts',
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'member', input: false },
        disabledAt: { type: 'number', required: false, input: false },
        language: { type: 'string', required: false },
        timeZone: { type: 'string', required: false },
        remindDay: { type: 'number', required: false, input: false, defaultValue: 0 },
        remindHour: { type: 'number', required: false, input: false, defaultValue: 1 },
      },
    },
    session: {
      modelName: 'signIns',
      additionalFields: { provenAt: { type: 'number', required: false, input: false } },
      expiresIn: SIGNED_IN_FOR,
      updateAge: RENEWED_AFTER,
      // What is revoked is revoked at once: nothing is believed that is not looked up.
      cookieCache: { enabled: false },
    },
    account: { modelName: 'identities', accountLinking: { enabled: true, trustedProviders: [] } },
    verification: { modelName: 'verifications' },
    plugins: [enterPlugin],
    databaseHooks: {
      session: {
        create: { before: async (made) => ({ data: { ...made, provenAt: made['provenAt'] ?? clock.now() } }) },
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: isPassword },
    },
    advanced: {
      cookiePrefix: 'rostrum',
      useSecureCookies: secure,
      defaultCookieAttributes: { path: '/api', sameSite: 'lax', httpOnly: true },
      database: { generateId: newId },
    },
  })

  return {
    /** Signs a browser up, and in. The headers hold its cookie. */
    async signUp(person: { name: string; email: string; password: string }, headers: Headers) {
      return await answered(async () => await auth.api.signUpEmail({ body: person, headers, returnHeaders: true }))
    },

    /** Signs a browser in. The headers hold its cookie. */
    async signIn(person: { email: string; password: string }, headers: Headers) {
      const signedIn = await answered(
        async () => await auth.api.signInEmail({ body: person, headers, returnHeaders: true }),
      )
      if ('refusal' in signedIn) return signedIn
      if (!(await isDisabled(database, signedIn.id))) return await withoutFormer(database, signedIn)
      await database.deleteFrom('signIns').where('userId', '=', signedIn.id).execute()
      return { refusal: 'account-disabled' as const }
    },

    /** Signs a browser in of which is known whose it is, and since when. The headers hold its cookie. */
    async enter(account: string, headers: Headers, provenAt: Millis) {
      if (await isDisabled(database, account)) return { refusal: 'account-disabled' as const }
      const entered = await answered(
        async () => await auth.api.enter({ body: { account, provenAt }, headers, returnHeaders: true }),
      )
      return 'refusal' in entered ? entered : await withoutFormer(database, entered)
    },

    /** Signs this browser out. The headers take its cookie back. */
    async signOut(headers: Headers): Promise<Headers> {
      return (await withOwnFaults(async () => await auth.api.signOut({ headers, returnHeaders: true }))).headers
    },

    /** Gives a new password to who knows the present one, and signs all other browsers out. */
    async changePassword(change: { current: string; password: string }, headers: Headers) {
      return await answered(
        async () =>
          await auth.api.changePassword({
            body: { currentPassword: change.current, newPassword: change.password, revokeOtherSessions: true },
            headers,
            returnHeaders: true,
          }),
      )
    },

    /** Why it is not proven that this is who is signed in: by the password, or where there is none by having signed in just now. */
    async refusedProof(account: Account, password: string): Promise<Refusal | null> {
      const kept = await database
        .selectFrom('identities')
        .select('password')
        .where('userId', '=', account.id)
        .where('providerId', '=', 'credential')
        .executeTakeFirst()
      if (!kept?.password) return isFresh(account.provenAt, clock.now()) ? null : 'sign-in-again'
      return (await isPassword({ password, hash: kept.password })) ? null : 'wrong-password'
    },

    /** Who is signed in, by the `Cookie` header of a browser. Nobody is looked up where it holds no sign-in. */
    async who(cookie: string | undefined): Promise<Account | null> {
      if (!cookie?.includes('rostrum.session_token')) return null
      const asked = { headers: new Headers({ cookie }), query: { disableRefresh: true } }
      const found = await withOwnFaults(async () => await auth.api.getSession(asked))
      if (!found || found.user.disabledAt) return null
      const { id, name, email, emailVerified, role, language, timeZone, remindDay, remindHour } = found.user
      return {
        id,
        name,
        email,
        emailVerified,
        role: role === 'admin' ? 'admin' : 'member',
        language: language ?? null,
        timeZone: timeZone ?? null,
        reminders: { day: remindDay === 1, hour: remindHour === 1 },
        signIn: found.session.id,
        provenAt: found.session.provenAt ?? 0,
      }
    },

    /** Prolongs the sign-in of a browser that comes again; the headers to answer with, where there is anything to say. */
    async renew(cookie: string): Promise<Headers> {
      const asked = { headers: new Headers({ cookie }), returnHeaders: true } as const
      return (await withOwnFaults(async () => await auth.api.getSession(asked))).headers
    },
  }
}

async function isDisabled(database: Database, id: string): Promise<boolean> {
  const row = await database.selectFrom('accounts').select('disabledAt').where('id', '=', id).executeTakeFirst()
  return row?.disabledAt !== null && row?.disabledAt !== undefined
}

/** Forgets the browsers in which somebody who signs in is signed in no more. */
async function withoutFormer<S extends { id: string }>(database: Database, signedIn: S): Promise<S> {
  const now = new Date().toISOString()
  await database.deleteFrom('signIns').where('userId', '=', signedIn.id).where('expiresAt', '<', now).execute()
  return signedIn
}

/** What better-auth answers: the id of the account and the headers, or our word for its refusal. */
async function answered(
  ask: () => Promise<{ headers: Headers; response: { user: { id: string } } }>,
): Promise<{ id: string; headers: Headers } | { refusal: Refusal }> {
  try {
    const { headers, response } = await withOwnFaults(ask)
    return { id: response.user.id, headers }
  } catch (fault) {
    const code = isAPIError(fault) ? fault.body?.['code'] : undefined
    const refusal = typeof code === 'string' ? REFUSALS[code] : undefined
    if (refusal) return { refusal }
    throw fault
  }
}

const REFUSALS: Record<string, Refusal> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-password',
  INVALID_PASSWORD: 'wrong-password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong-password',
  USER_ALREADY_EXISTS: 'account-exists',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'account-exists',
  INVALID_EMAIL: 'email-invalid',
  PASSWORD_TOO_SHORT: 'password-short',
  PASSWORD_TOO_LONG: 'password-long',
}
