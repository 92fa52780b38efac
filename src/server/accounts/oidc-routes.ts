import { fastifyCookie } from '@fastify/cookie'
import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BeginOidc, type OidcBegun } from '../../protocol/accounts.ts'
import { LANGUAGES } from '../../protocol/language.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { isFresh, provenThere } from '../../rules/accounts/fresh.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { whoChanged } from '../members/who-changed.ts'
import { accountOf } from './identities.ts'
import { Checks, OidcProvider } from './oidc-provider.ts'
import { OneTimeSecrets } from './one-time-secrets.ts'
import { headersOf, setCookies } from './signed-in.ts'
import { Tries } from './tries.ts'

const PATH = '/api/account/oidc'
const CALLBACK = `${PATH}/callback`
const COOKIE = 'rostrum_oidc'
const LASTS = 10 * 60_000
// What is longer no provider sends; nothing of it is looked at.
const QUERY_MAX = 8_000

/** What is kept while somebody is at the provider. `asking`: the account that links it; `language`: of the browser. */
const Pending = v.object({
  checks: Checks,
  to: v.string(),
  asking: v.nullable(v.string()),
  language: v.nullable(v.picklist(LANGUAGES)),
})
type Pending = v.InferOutput<typeof Pending>

/** Signing in by the operator's provider, and linking it. [ACCOUNT-9] */
export function oidcRoutes(app: FastifyInstance, context: AppContext): void {
  const { accounts, clock, config, database, log, visitors } = context
  const { oidc, url } = config
  if (!oidc) return
  const provider = new OidcProvider(oidc, new URL(CALLBACK, url).href)
  const secrets = new OneTimeSecrets(database, clock)
  const tries = new Tries(clock)
  const cookie = { path: PATH, httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const

  app.post(PATH, async (request, reply) => {
    const asked = v.safeParse(BeginOidc, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    if (!tries.take(request)) return reject(reply, 'too-fast')
    const account = await accounts.who(request.headers.cookie)
    if (asked.output.link && !account) return reject(reply, 'sign-in-first')
    if (asked.output.link && account && !isFresh(account.provenAt, clock.now())) return reject(reply, 'sign-in-again')
    // Who is signed in here already signs in again to prove it, which a provider that only sends them on does not.
    const begun = await provider.begin(account !== null && !asked.output.link)
    if ('refusal' in begun) return reject(reply, begun.refusal)
    const asking = asked.output.link ? (account?.id ?? null) : null
    const language = LANGUAGES.find((each) => each === asked.output.language) ?? null
    const pending: Pending = { checks: begun.checks, to: pathOf(asked.output.to, url), asking, language }
    // Only this browser can come back with it, and only once.
    const secret = await secrets.issue('oidc', { goesWith: pending, lasts: LASTS })
    reply.setCookie(COOKIE, secret, { ...cookie, maxAge: LASTS / 1_000 })
    return { to: begun.to.href } satisfies OidcBegun
  })

  // The one GET that changes something: the provider sends the browser here, and the cookie says that it was we who sent it there.
  app.get(CALLBACK, async (request, reply) => {
    reply.clearCookie(COOKIE, cookie).header('cache-control', 'no-store')
    const secret = fastifyCookie.parse(request.headers.cookie ?? '')[COOKIE]
    const pending = secret === undefined ? null : await secrets.take('oidc', secret, Pending)
    if (!pending) return failed(reply, null, 'sign-in-expired')
    try {
      const refusal = await comeBack(pending, request, reply)
      return refusal ? failed(reply, pending, refusal) : reply.redirect(pending.to)
    } catch (fault) {
      log.error({ fault }, 'a sign-in by the provider failed')
      return failed(reply, pending, 'server-fault')
    }
  })

  async function comeBack(
    { checks, asking, language }: Pending,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Refusal | null> {
    const query = request.url.split('?')[1] ?? ''
    if (query.length > QUERY_MAX) return 'provider-untrusted'
    const identity = await provider.finish(query, checks)
    if ('refusal' in identity) {
      // Only its sentence: what else a fault of the client holds may name the person.
      log.warn({ reason: String(identity.fault) }, 'the provider signed nobody in')
      return identity.refusal
    }
    // Who has signed out meanwhile, or in as another, has linked nothing.
    const account = asking === null ? null : await accounts.who(request.headers.cookie)
    if (asking !== null && account?.id !== asking) return 'sign-in-expired'
    const found = await accountOf(database, identity, { asking, language, at: clock.now() })
    if ('refusal' in found) return found.refusal
    await whoChanged(context, found.account, found.groups)
    if (asking !== null) return null
    if (found.isNew) await confirm(found.account)
    const provenAt = provenThere(identity.signedInAt, clock.now())
    const entered = await accounts.enter(found.account, headersOf(request), provenAt)
    if ('refusal' in entered) return entered.refusal
    await visitors.takeAlong(found.account, request.headers.cookie, reply, clock.now())
    setCookies(reply, entered.headers)
    return null
  }

  /** Has somebody confirm the e-mail of a new account, where the provider has not made sure of it. [ACCOUNT-14] */
  async function confirm(id: string): Promise<void> {
    const account = await database.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
    if (account?.emailVerified === 0) await context.accountMails.send('verify-email', account)
  }
}

/** Sends the browser to a page that says what went wrong. */
function failed(reply: FastifyReply, pending: Pending | null, refusal: Refusal): FastifyReply {
  return reply.redirect(`${pending?.asking ? '/account' : '/sign-in'}?fault=${refusal}`)
}

/** A path of this server, whatever address was asked for: nobody is sent elsewhere after signing in. */
function pathOf(to: string, own: URL): string {
  const url = URL.canParse(to, own) ? new URL(to, own) : own
  // A path that begins with two slashes would name another server.
  return url.origin === own.origin && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}
