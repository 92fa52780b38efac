import type { FastifyInstance } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Millis, PersonId, Role, SessionId } from '../../protocol/types.ts'
import { seesWhenFull } from '../../rules/entry/precedence.ts'
import type { Grant } from '../../rules/stage/grants.ts'
import { engineQuery } from './engine-query.ts'
import { limitControlFrames, limitSignals } from '../realtime/frame-limits.ts'
import type { AppContext } from '../app-context.ts'
import type { Room } from '../rooms/room.ts'
import { isOwnOrigin } from '../http/origin.ts'
import { relay } from './signalling.ts'
import type { Reader } from '../realtime/unread-budget.ts'
import { accept, deny, SOCKET_LIMITS, type UpgradeRoute } from '../realtime/upgrades.ts'

/** What passes to LiveKit: its signalling and no more. `/twirp`, `/whip` and `/agent` would open doors past the rules. */
const SIGNALLING = /^\/rtc(\/v1)?$/
const VALIDATE = ['/rtc/validate', '/rtc/v1/validate']
/** Where our own engine reports to. */
export const REPORTS = '/api/media/webhook'
const REPORTS_MAX = 1_048_576
// Offers of many tracks are long.
const SIGNAL_MAX = 1_048_576
// A policy says no (RFC 6455, 7.4.1).
const CUT = 1008
const REACH_WITHIN: Millis = 10_000

/** The way to the engine for somebody: the address, and the token of this moment. */
type Way = {
  to: URL
  token: string
  room: Room
  session: SessionId
  person: PersonId
  role: Role | null
  grant: Grant
}

/**
 * The proxy of LiveKit's signalling through our own origin. Who asks is recognised by the ticket; what passes is a query built here
 * and a token of this moment, from what the session grants. Who may receive what they send is told to the engine here, and never by
 * themselves, and so is what they may receive while there are too many. Whoever is granted nothing any more is cut. `close` cuts whoever
 * is connected. [MEDIA-5] [MEDIA-6] [LOAD-4]
 */
export function signallingProxy(app: FastifyInstance, context: AppContext): UpgradeRoute & { close(): void } {
  const { media, rooms, admission, seats, unread } = context
  const tunnels = new Set<Duplex>()
  const options = { noServer: true, maxPayload: SIGNAL_MAX, perMessageDeflate: false, ...SOCKET_LIMITS }
  const server = new WebSocketServer(options)

  /** The way on, or the status to refuse with. */
  async function pass(url: URL, authorization: string | undefined): Promise<Way | number> {
    if (!media.isUp) return 503
    const shown = url.searchParams.get('access_token') ?? authorization?.replace(/^Bearer /, '') ?? ''
    const bearer = media.bearer(shown)
    if (!bearer) return 401
    const { session, person } = bearer
    if (!admission.takes('mediaJoin', person)) return 429
    await media.opened(session)
    const room = rooms.of(session)
    const grant = room?.media.admit(session, person)
    if (!room || !grant) return 403
    const query = engineQuery(url.searchParams)
    if (!query) return 400
    const to = new URL(`${url.pathname}?${query.toString()}`, media.url)
    const role = (await room.whoIs(person))?.role ?? null
    return { to, token: await media.token(session, person, grant), room, session, person, role, grant }
  }

  for (const path of VALIDATE)
    app.get(path, async (request, reply) => {
      const passed = await pass(new URL(request.url, 'http://localhost'), request.headers.authorization)
      if (typeof passed === 'number') return await reply.code(passed).send()
      const headers = { authorization: `Bearer ${passed.token}` }
      const signal = AbortSignal.timeout(REACH_WITHIN)
      const answer = await fetch(passed.to, { headers, signal }).catch(() => null)
      return await reply.code(answer?.status ?? 503).send((await answer?.text()) ?? '')
    })

  // LiveKit signs the bytes of its report, so they are kept as they came.
  app.addContentTypeParser(
    'application/webhook+json',
    { parseAs: 'string', bodyLimit: REPORTS_MAX },
    (_request, body, done) => done(null, body),
  )
  app.post(REPORTS, async (request, reply) => {
    const taken = typeof request.body === 'string' && (await media.receive(request.body, request.headers.authorization))
    return await reply.code(taken ? 200 : 401).send()
  })

  return {
    path: SIGNALLING,
    async take(request, socket, head, url) {
      const { origin, host, authorization } = request.headers
      if (origin !== undefined && !isOwnOrigin(origin, host, context.config)) return deny(socket, 403)
      const passed = await pass(url, authorization)
      if (typeof passed === 'number') return deny(socket, passed)
      if (socket.destroyed) return undefined
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
  function tunnel(request: IncomingMessage, socket: Duplex, head: Buffer, { to, token, ...whose }: Way): void {
    const { room, session, person, role, grant } = whose
    // Who is not in the session yet, or not connected yet after a restart, has the role that is kept.
    const sees = (now: Grant) => seesWhenFull(room.session.people.get(person)?.role ?? role, now)
    const headers = { authorization: `Bearer ${token}`, 'user-agent': request.headers['user-agent'] ?? '' }
    const engine = new WebSocket(to.href.replace(/^http/, 'ws'), {
      headers,
      perMessageDeflate: false,
      handshakeTimeout: REACH_WITHIN,
    })
    const goneAway = () => engine.terminate()
    socket.once('close', goneAway)
    engine.once('unexpected-response', (asked, answer) => {
      asked.destroy()
      deny(socket, answer.statusCode ?? 502)
    })
    let isReached = false
    // Later errors are followed by a close, which is the browser's too.
    engine.on('error', () => isReached || deny(socket, 503))
    engine.once('open', () => {
      isReached = true
      media.arrived(session, person)
      accept(server, [request, socket, head], (browser) => {
        socket.off('close', goneAway)
        limitControlFrames(browser, context.clock)
        limitSignals(browser, context.clock)
        const reader: Reader = {
          get unread() {
            return browser.bufferedAmount
          },
          cut: () => browser.terminate(),
        }
        browser.once('close', () => unread.forget(reader))
        const seat = seats.take(person, sees(grant), (given) => room.tellPictures(person, given))
        browser.once('close', () => seat.leave())
        const offer = relay(browser, engine, {
          ticket: () => media.ticket(session, person),
          speaking: (sids) => room.hears(session, sids),
          isBehind: () => unread.isBehind(reader),
          hasPictures: () => seat.hasPictures,
        })
        // The first word is ours: what is published under an older grant is not offered to more than now. Much may have changed
        // since the token was made.
        const unfollow = room.media.follow(session, person, (now) => {
          if (now && sees(now)) seat.prefer()
          if (now) return offer(now.offered)
          browser.close(CUT, 'not granted any more')
          engine.terminate()
        })
        browser.once('close', unfollow)
      })
    })
  }
}
