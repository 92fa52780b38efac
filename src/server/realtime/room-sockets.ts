import * as v from 'valibot'
import { WebSocketServer, type WebSocket } from 'ws'
import { CLOSED, FRAME_MAX, RESTARTS } from '../../protocol/frames.ts'
import { Id, type Millis } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import { networkOfRequest } from '../http/client-address.ts'
import { isOwnOrigin } from '../http/origin.ts'
import { Heartbeat } from './heartbeat.ts'
import { returnSpread } from './return-spread.ts'
import { SocketConnection } from './socket-connection.ts'
import { Unfinished } from './unfinished.ts'
import { accept, deny, SOCKET_LIMITS, type UpgradeRoute } from './upgrades.ts'

const PATH = /^\/api\/rooms\/([^/]+)\/socket$/
// A laptop that sleeps does not answer a close: the server's stop is not to wait for it.
const ANSWER_WITHIN: Millis = 1_000
// Whoever means it says hello as soon as the connection is there.
const UNGREETED = { fromOne: 1_000, inAll: 4_000 }

/** Opens a socket for whom the room's cookie names. `close` ends them all; `measure` counts them, and what waits in them unread. */
export function roomSockets(
  context: AppContext,
): UpgradeRoute & { close(): void; measure(): { open: number; unreadBytes: number } } {
  const options = { noServer: true, maxPayload: FRAME_MAX, perMessageDeflate: false, ...SOCKET_LIMITS }
  const { admission, clock, isProxy, line, log, notes, unread } = context
  const server = new WebSocketServer(options)
  const ungreeted = new Unfinished<WebSocket>(UNGREETED)
  const needs = { clock, log, heartbeat: new Heartbeat(clock), ungreeted, line, notes, unread }

  async function take(...[request, socket, head, url]: Parameters<UpgradeRoute['take']>): Promise<void> {
    const { origin, host } = request.headers
    if (origin === undefined || !isOwnOrigin(origin, host, context.config)) return deny(socket, 403)
    const id = v.safeParse(Id, PATH.exec(url.pathname)?.[1])
    const room = id.success ? await context.rooms.room(id.output) : null
    if (room === 'elsewhere')
      return accept(server, [request, socket, head], (raw) => raw.close(RESTARTS, 'Another server has this room.'))
    if (room === 'deleted')
      return accept(server, [request, socket, head], (raw) => raw.close(CLOSED.noEntry, 'room-deleted'))
    const person = room && (await context.visitors.inRoom(request.headers.cookie, room))
    // Whatever the functions below mention is kept as long as the connection: not the request.
    const network = networkOfRequest(request, isProxy)
    // A browser cannot read the status of a refused upgrade, so the no is said on the socket.
    accept(server, [request, socket, head], (raw) => {
      if (!room) return raw.close(CLOSED.noEntry, 'room-unknown')
      if (!person) return raw.close(CLOSED.noEntry, 'no-entry')
      if (!admission.takes('arrival', person.id) || !admission.takes('roomArrival', room.room.id))
        return raw.close(CLOSED.tooFast, 'Too many connections.')
      const turn = room.alwaysAdmits(person.id) ? null : line.ask(person.id)
      if (turn) return raw.close(CLOSED.full, JSON.stringify(turn))
      ungreeted.begin(raw, network)?.terminate()
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
      const spread = String(returnSpread(server.clients.size))
      for (const client of server.clients) client.close(RESTARTS, spread)
      setTimeout(() => {
        for (const client of server.clients) client.terminate()
      }, ANSWER_WITHIN).unref()
      server.close()
    },
  }
}
