import type { FastifyInstance } from 'fastify'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { House } from './house.ts'
import { isOwnOrigin } from './origin.ts'
import { deny, type Taker } from './upgrades.ts'

/** What passes to LiveKit: its signalling and no more. `/twirp`, `/whip` and `/agent` would open doors past the rules. */
const SIGNALLING = /^\/rtc(\/v1)?$/
const VALIDATE = ['/rtc/validate', '/rtc/v1/validate']
const REPORTS_MAX = 1_048_576

/**
 * The gate to LiveKit's signalling through our own origin. Who asks is recognised by the ticket, or by the token that
 * LiveKit pushed for a reconnect; what passes is a token of this moment, from what the session grants. `close` cuts
 * whoever is connected. [MEDIA-5]
 */
export function gate(app: FastifyInstance, house: House): Taker & { close(): void } {
  const { media, rooms } = house
  const tunnels = new Set<Duplex>()

  /** The address and the token to go on with, or the status to refuse with. */
  async function pass(url: URL, authorization: string | undefined): Promise<{ to: URL; token: string } | number> {
    if (!media.isUp) return 503
    const shown = url.searchParams.get('access_token') ?? authorization?.replace(/^Bearer /, '') ?? ''
    const bearer = await media.bearer(shown)
    if (!bearer) return 401
    const grant = await rooms.admit(bearer.session, bearer.person)
    if (!grant) return 403
    url.searchParams.delete('access_token')
    const to = new URL(url.pathname + url.search, media.url)
    return { to, token: await media.token(bearer.session, bearer.person, grant) }
  }

  for (const path of VALIDATE)
    app.get(path, async (request, reply) => {
      const passed = await pass(new URL(request.url, 'http://localhost'), request.headers.authorization)
      if (typeof passed === 'number') return await reply.code(passed).send()
      const answer = await fetch(passed.to, { headers: { authorization: `Bearer ${passed.token}` } }).catch(() => null)
      return await reply.code(answer?.status ?? 503).send((await answer?.text()) ?? '')
    })

  // LiveKit signs the bytes of its report, so they are kept as they came.
  app.addContentTypeParser(
    'application/webhook+json',
    { parseAs: 'string', bodyLimit: REPORTS_MAX },
    (_request, body, done) => done(null, body),
  )
  app.post('/api/media/webhook', async (request, reply) => {
    const taken = typeof request.body === 'string' && (await media.receive(request.body, request.headers.authorization))
    return await reply.code(taken ? 200 : 401).send()
  })

  return {
    path: SIGNALLING,
    async take(request, socket, head, url) {
      const { origin, host, authorization } = request.headers
      if (origin !== undefined && !isOwnOrigin(origin, host, house.config)) return deny(socket, 403)
      const passed = await pass(url, authorization)
      if (typeof passed === 'number') return deny(socket, passed)
      tunnels.add(socket)
      socket.on('close', () => tunnels.delete(socket))
      return tunnel(request, socket, head, passed)
    },
    close() {
      for (const socket of tunnels) socket.destroy()
    },
  }
}

/** Joins a browser's connection to the engine's; either end's close is the other's. */
function tunnel(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { to, token }: { to: URL; token: string },
): void {
  const headers = { ...request.headers, host: to.host, authorization: `Bearer ${token}` }
  delete headers.cookie
  const upstream = httpRequest(to, { headers })
  upstream.on('upgrade', (answer, engine, first) => {
    const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`)
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
    if (first.length > 0) socket.write(first)
    if (head.length > 0) engine.write(head)
    engine.on('error', () => socket.destroy())
    socket.on('close', () => engine.destroy())
    engine.on('close', () => socket.destroy())
    socket.pipe(engine).pipe(socket)
  })
  upstream.on('response', (answer) => {
    answer.resume()
    deny(socket, answer.statusCode ?? 502)
  })
  upstream.on('error', () => deny(socket, 503))
  socket.on('close', () => upstream.destroy())
  upstream.end()
}
