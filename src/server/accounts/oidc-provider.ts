import * as oidc from 'openid-client'
import * as v from 'valibot'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis } from '../../protocol/types.ts'
import { readEmail } from '../../protocol/accounts.ts'
import { readName } from '../../protocol/names.ts'
import { readGroups } from '../../rules/accounts/identity.ts'
import type { OidcConfig } from './oidc-config.ts'

const SCOPES = 'openid email profile'
// In seconds. A provider that says nothing for longer is away; clocks may differ by so much.
const PATIENCE = 10
const CLOCKS_DIFFER = 60

/** What is kept between going to a provider and coming back: by these the answer is known to be to our question. */
export const Checks = v.object({ state: v.string(), nonce: v.string(), verifier: v.string() })
export type Checks = v.InferOutput<typeof Checks>

/** Who somebody is by a provider. `name` is null where it says none that can be a name here. */
export type Identity = {
  issuer: string
  subject: string
  email: string | null
  emailVerified: boolean
  name: string | null
  groups: string[]
  /** When they signed in there, in ms since 1970; null where it does not say. */
  signedInAt: Millis | null
}

/**
 * An OpenID Connect provider, asked by openid-client: better-auth's own plugin reads an ID token without looking at its signature, and
 * links accounts by rules that are not ours. What the provider says of itself is read when it is first needed.
 */
export class OidcProvider {
  readonly #config: OidcConfig
  readonly #back: string
  #known: Promise<oidc.Configuration> | null = null

  /** `back`: where it sends people back to, a whole address. */
  constructor(config: OidcConfig, back: string) {
    this.#config = config
    this.#back = back
  }

  /** Where to go to sign in, and what to keep until the answer. `anew`: also who is signed in there proves it again. */
  async begin(anew: boolean): Promise<{ to: URL; checks: Checks } | { refusal: Refusal }> {
    try {
      const known = await this.#discovered()
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const to = oidc.buildAuthorizationUrl(known, {
        redirect_uri: this.#back,
        scope: SCOPES,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ...(anew && { prompt: 'login', max_age: '0' }),
      })
      return { to, checks }
    } catch (fault) {
      return { refusal: refusalFor(fault) }
    }
  }

  /** Who came back, by the query of the address that the provider sent the browser to. */
  async finish(query: string, checks: Checks): Promise<Identity | { refusal: Refusal; fault: unknown }> {
    try {
      const known = await this.#discovered()
      const tokens = await oidc.authorizationCodeGrant(known, new URL(`${this.#back}?${query}`), {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) return { refusal: 'provider-untrusted', fault: 'there was no ID token' }
      const asksMore = known.serverMetadata().userinfo_endpoint !== undefined
      const more = asksMore ? await oidc.fetchUserInfo(known, tokens.access_token, claims.sub) : {}
      return this.#identityOf(claims, { ...claims, ...more })
    } catch (fault) {
      return { refusal: refusalFor(fault), fault }
    }
  }

  #identityOf({ sub, auth_time: at }: oidc.IDToken, said: Record<string, unknown>): Identity {
    const email = typeof said['email'] === 'string' ? readEmail(said['email']) : null
    const names = [said['name'], said['preferred_username'], said['nickname']]
    const name = names
      .flatMap((each) => (typeof each === 'string' ? [readName(each)] : []))
      .find((each) => 'name' in each)
    return {
      // The same writing of it every time; that the token names no other was checked.
      issuer: this.#config.issuer,
      subject: sub,
      email: email && 'email' in email ? email.email : null,
      // Some say "true" in a string; what is not said to be so is not so.
      emailVerified: said['email_verified'] === true || said['email_verified'] === 'true',
      name: name && 'name' in name ? name.name : null,
      groups: readGroups(said[this.#config.groupsClaim]),
      signedInAt: typeof at === 'number' ? at * 1_000 : null,
    }
  }

  /** What the provider says of itself; asked again where that failed. */
  async #discovered(): Promise<oidc.Configuration> {
    this.#known ??= this.#discover()
    try {
      return await this.#known
    } catch (fault) {
      this.#known = null
      throw fault
    }
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#config
    const url = new URL(issuer)
    const checksSignatures = [oidc.enableNonRepudiationChecks]
    const execute = url.protocol === 'http:' ? [...checksSignatures, oidc.allowInsecureRequests] : checksSignatures
    const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: CLOCKS_DIFFER }
    return await oidc.discovery(url, clientId, metadata, authenticated(clientSecret), { execute, timeout: PATIENCE })
  }
}

/** As the provider wants its clients to say who they are; Basic unless it says otherwise (OpenID Connect Discovery, 3). */
function authenticated(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const takesBasic = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true
    const say = takesBasic ? basic : post
    say(server, client, body, headers)
  }
}

/** Our word for what went wrong with a provider. */
function refusalFor(fault: unknown): Refusal {
  // The browser brings this one along: the provider, or the person there, said no.
  if (fault instanceof oidc.AuthorizationResponseError)
    return fault.error === 'temporarily_unavailable' || fault.error === 'server_error'
      ? 'provider-away'
      : 'provider-denied'
  if (fault instanceof oidc.ResponseBodyError)
    return fault.status >= 500
      ? 'provider-away'
      : fault.error === 'invalid_grant'
        ? 'sign-in-expired'
        : 'provider-untrusted'
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  // What has no code never came: no name, no connection, no answer in time.
  if (code === undefined || code === 'OAUTH_TIMEOUT' || isAway(fault)) return 'provider-away'
  return 'provider-untrusted'
}

/** Whether the provider answered with a failure of its own (5xx). */
function isAway(fault: unknown): boolean {
  const cause = fault instanceof Error ? fault.cause : undefined
  return cause instanceof Response && cause.status >= 500
}
