import type { FastifyInstance } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Grant } from '../rules/grants.ts'
import type { House } from './house.ts'
import { isOwnOrigin } from './origin.ts'
import { carry } from './signalling.ts'
import { deny, type Taker } from './upgrades.ts'

/** What passes to LiveKit: its signalling and no more. `/twirp`, `/whip` and `/agent` would open doors past the rules. */
const SIGNALLING = /^\/rtc(\/v1)?$/
const VALIDATE = ['/rtc/validate', '/rtc/v1/validate']
const REPORTS_MAX = 1_048_576
// Offers of many tracks are long.
const SIGNAL_MAX = 1_048_576

/** The way to the engine: the address, the token of this moment, and what is granted from now on. */
type Way = { to: URL; token: string; follow: (told: (grant: Grant) => void) => () => void }

/**
 * The gate to LiveKit's signalling through our own origin. Who asks is recognised by the ticket, or by the token that
 * LiveKit pushed for a reconnect; what passes is a token of this moment, from what the session grants. Who may receive what
 * they send is told to the engine here, and never by themselves. `close` cuts whoever is connected. [MEDIA-5] [MEDIA-6]
 */
export function gate(app: FastifyInstance, house: House): Taker & { close(): void } {
  const { media, rooms } = house
  const tunnels = new Set<Duplex>()
  const server = new WebSocketServer({ noServer: true, maxPayload: SIGNAL_MAX, perMessageDeflate: false })

  /** The way on, or the status to refuse with. */
  async function pass(url: URL, authorization: string | undefined): Promise<Way | number> {
    if (!media.isUp) return 503
    const shown = url.searchParams.get('access_token') ?? authorization?.replace(/^Bearer /, '') ?? ''
    const bearer = await media.bearer(shown)
    if (!bearer) return 401
    const { session, person } = bearer
    const room = await rooms.of(session)
    const grant = room?.admit(session, person)
    if (!room || !grant) return 403
    url.searchParams.delete('access_token')
    const to = new URL(url.pathname + url.search, media.url)
    return { to, token: await media.token(session, person, grant), follow: (told) => room.follow(person, told) }
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
      server.close()
    },
  }

  /** Joins a browser's connection to the engine's; either end's close is the other's. */
  function tunnel(request: IncomingMessage, socket: Duplex, head: Buffer, { to, token, follow }: Way): void {
    const headers = { authorization: `Bearer ${token}`, 'user-agent': request.headers['user-agent'] ?? '' }
    const engine = new WebSocket(to.href.replace(/^http/, 'ws'), { headers, perMessageDeflate: false })
    const goneAway = () => engine.terminate()
    socket.once('close', goneAway)
    engine.once('unexpected-response', (asked, answer) => {
      asked.destroy()
      deny(socket, answer.statusCode ?? 502)
    })
    const unreached = () => deny(socket, 503)
    engine.once('error', unreached)
    engine.once('open', () => {
      engine.off('error', unreached)
      server.handleUpgrade(request, socket, head, (browser) => {
        socket.off('close', goneAway)
        const offer = carry(browser, engine)
        // The first word is ours: what is published under an older grant is not offered to more than now.
        browser.once(
          'close',
          follow(({ offered }) => offer(offered)),
        )
      })
    })
  }
}
