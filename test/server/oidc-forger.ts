import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** What a provider does wrong. */
export type Lie = {
  claims?: JWTPayload
  /** Signed by a key that the provider does not own. */
  isForeign?: boolean
  /** Not signed at all. */
  isUnsigned?: boolean
  /** What the token endpoint answers instead. */
  status?: number
  body?: string
  /** What userinfo says of whom. */
  userinfo?: object
}

/** A provider that keeps to the contract, and lies only as it is told. */
export class OidcForger {
  readonly url: string
  lie: Lie = {}
  /** What was asked at its authorization endpoint last. */
  nonce = ''
  readonly #close: () => Promise<void>

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url
    this.#close = close
  }

  static async open(): Promise<OidcForger> {
    const own = await generateKeyPair('RS256')
    const foreign = await generateKeyPair('RS256')
    const http = createServer().listen(0, '127.0.0.1')
    await once(http, 'listening')
    const address = http.address()
    if (address === null || typeof address === 'string') throw new Error('It listens nowhere.')
    const url = `http://127.0.0.1:${address.port}`
    const forger = new OidcForger(url, async () => {
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    })
    const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }] }
    const idToken = async () => {
      const now = Math.floor(Date.now() / 1_000)
      const right = { iss: url, sub: 'mei', aud: 'rostrum', iat: now, exp: now + 300, nonce: forger.nonce }
      const claims = { ...right, ...forger.lie.claims }
      if (forger.lie.isUnsigned) return `${encoded({ alg: 'none' })}.${encoded(claims)}.`
      const { privateKey } = forger.lie.isForeign ? foreign : own
      return await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey)
    }
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        userinfo_endpoint: `${url}/userinfo`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => jwks,
      '/userinfo': () => ({ sub: 'mei', email: 'mei@example.org', email_verified: true, ...forger.lie.userinfo }),
      '/token': async () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await idToken() }),
    }
    http.on('request', (request, response) => {
      const path = request.url?.split('?')[0] ?? ''
      const lies = path === '/token' && forger.lie.status !== undefined
      response.setHeader('content-type', 'application/json')
      response.statusCode = lies ? (forger.lie.status ?? 200) : 200
      void Promise.resolve(answers[path]?.()).then((answer) =>
        response.end(lies ? (forger.lie.body ?? '') : JSON.stringify(answer ?? {})),
      )
    })
    return forger
  }

  /** Sends somebody back, as the address by which they came wants it. */
  sendsBack(to: string): URL {
    const asked = new URL(to).searchParams
    this.nonce = asked.get('nonce') ?? ''
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code: 'a code', state: asked.get('state') ?? '' }).toString()
    return back
  }

  async close(): Promise<void> {
    await this.#close()
  }
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
