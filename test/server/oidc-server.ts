import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

/** What the provider says of somebody; `sub` is the key under which they are. */
export type Person = { name?: string; email?: string; email_verified?: boolean; groups?: unknown }

export type OidcServer = { url: string; people: Record<string, Person>; close: () => Promise<void> }

/** What the operator sets for a provider. */
export const oidcEnv = (url: string) => ({
  ROSTRUM_OIDC_ISSUER: url,
  ROSTRUM_OIDC_CLIENT_ID: 'rostrum',
  ROSTRUM_OIDC_CLIENT_SECRET: 'a secret of the provider and of Rostrum',
  ROSTRUM_OIDC_NAME: 'Harbour ID',
})

/** Starts a real OpenID Connect provider on loopback, at which one says who one is by a button. Port 0 is a free one. `rostrum`: where who asks it is, once it is asked. */
export async function openOidcServer(
  people: Record<string, Person>,
  rostrum: () => string,
  port = 0,
): Promise<OidcServer> {
  const http = createServer().listen(port, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere.')
  const url = `http://127.0.0.1:${address.port}`
  const env = oidcEnv(url)
  let made: Provider | undefined
  const provider = () =>
    (made ??= new Provider(url, {
      clients: [
        {
          client_id: env.ROSTRUM_OIDC_CLIENT_ID,
          client_secret: env.ROSTRUM_OIDC_CLIENT_SECRET,
          redirect_uris: [`${rostrum()}/api/account/oidc/callback`],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
      cookies: { keys: ['of the provider'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people[accountId] }) }),
      // Who signs in has agreed.
      async loadExistingGrant({ oidc }) {
        const { client, session } = oidc
        const grant = new oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
        grant.addOIDCScope('openid email profile')
        await grant.save()
        return grant
      },
    }))
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isInteraction = request.url?.startsWith('/interaction/') === true
    void (isInteraction ? interact(provider(), people, request, response) : provider().callback()(request, response))
  })
  const close = async () => {
    http.closeAllConnections()
    await new Promise((done) => http.close(done))
  }
  return { url, people, close }
}

async function interact(
  provider: Provider,
  people: Record<string, Person>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    const buttons = [...Object.keys(people), 'nobody'].map((who) => `<button name="as" value="${who}">${who}</button>`)
    response.setHeader('content-type', 'text/html')
    response.end(`<title>Harbour ID</title><form method="post">${buttons.join('')}</form>`)
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const as = new URLSearchParams(Buffer.concat(chunks).toString()).get('as') ?? 'nobody'
  const said = as === 'nobody' ? { error: 'access_denied' } : { login: { accountId: as, remember: false } }
  await provider.interactionFinished(request, response, said)
}

/** Signs in at the provider as a browser does there: gives the address to which it is sent back. */
export async function signsInThere(to: string, as: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(to)
  let body: URLSearchParams | null = null
  for (let steps = 0; steps < 10; steps += 1) {
    if (next.pathname === '/api/account/oidc/callback') return next
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(next, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { cookie },
      redirect: 'manual',
    })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=')
      cookies.set(name, value.join('='))
    }
    const location = answer.headers.get('location')
    body = location === null ? new URLSearchParams({ as }) : null
    if (location !== null) next = new URL(location, next)
  }
  throw new Error('The provider sent nobody back.')
}
