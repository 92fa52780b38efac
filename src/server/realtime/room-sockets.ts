import * as v from 'valibot'
import { WebSocketServer } from 'ws'
import { CLOSED, FRAME_MAX } from '../../protocol/frames.ts'
import { Id, type Millis } from '../../protocol/types.ts'
import { Buckets } from './rate-limits.ts'
import type { AppContext } from '../app-context.ts'
import { isOwnOrigin } from '../http/origin.ts'
import { Heartbeat } from './heartbeat.ts'
import { COME_BACK, SocketConnection } from './socket-connection.ts'
import { accept, deny, SOCKET_LIMITS, type UpgradeRoute } from './upgrades.ts'

const PATH = /^\/api\/rooms\/([^/]+)\/socket$/
// A laptop that sleeps does not answer a close: the server's stop is not to wait for it.
const ANSWER_WITHIN: Millis = 1_000
// Each connection costs the room an arrival and a welcome: more than a bad network or a restless reader makes of them.
const ARRIVALS = { perSecond: 1, burst: 20 }

/** Opens a socket for whom the room's cookie names. `close` ends them all; `measure` counts them, and what waits in them unread. */
export function roomSockets(
  context: AppContext,
): UpgradeRoute & { close(): void; measure(): { open: number; unreadBytes: number } } {
  const options = { noServer: true, maxPayload: FRAME_MAX, perMessageDeflate: false, ...SOCKET_LIMITS }
  const server = new WebSocketServer(options)
  const arrivals = new Buckets(ARRIVALS.perSecond, ARRIVALS.burst)
  const needs = { clock: context.clock, log: context.log, heartbeat: new Heartbeat(context.clock) }

  async function take(...[request, socket, head, url]: Parameters<UpgradeRoute['take']>): Promise<void> {
    const { origin, host } = request.headers
    if (origin === undefined || !isOwnOrigin(origin, host, context.config)) return deny(socket, 403)
    const id = v.safeParse(Id, PATH.exec(url.pathname)?.[1])
    const room = id.success ? await context.rooms.room(id.output) : null
    if (room === 'elsewhere')
      return accept(server, [request, socket, head], (raw) => raw.close(COME_BACK, 'Another server has this room.'))
    const person =
      room &&
      (await context.cookie.whoIs(request.headers.cookie, room.room.id, async (key) => await room.people.byKey(key)))
    // A browser cannot read the status of a refused upgrade, so the no is said on the socket.
    accept(server, [request, socket, head], (raw) => {
      if (!room) return raw.close(CLOSED.noEntry, 'room-unknown')
      if (!person) return raw.close(CLOSED.noEntry, 'no-entry')
      if (!arrivals.take(person.id, context.clock.monotonic()))
        return raw.close(CLOSED.tooFast, 'Too many connections.')
      return SocketConnection.open(raw, socket, { person: person.id, room }, needs)
    })
  }

  return {
    path: PATH,
    take,
    measure() {
      const unreadBytes = [...server.clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0)
      return { open: server.clients.size, unreadBytes }
    },
    close() {
      needs.heartbeat.close()
      for (const client of server.clients) client.close(COME_BACK)
      setTimeout(() => {
        for (const client of server.clients) client.terminate()
      }, ANSWER_WITHIN).unref()
      server.close()
    },
  }
}
