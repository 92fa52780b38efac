import type { FastifyInstance } from 'fastify'
import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Millis } from '../../protocol/types.ts'

/** Takes the connections of a path that want to become WebSockets. `url` is the address asked for. */
export type UpgradeRoute = {
  path: RegExp
  take(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void>
}

/**
 * Limits of every WebSocket that we serve: who does not answer a close is cut after this time, in ms, and no message comes in
 * more pieces than a browser would ever send.
 */
export const SOCKET_LIMITS = { closeTimeout: 2_000, maxFragments: 64, maxBufferedChunks: 4_096 } as const satisfies {
  closeTimeout: Millis
  maxFragments: number
  maxBufferedChunks: number
}

/**
 * Hands each upgrade to the taker of its path. What is one too many is refused with 429, what is no address of ours with 400, what
 * nobody takes with 404.
 */
export function routeUpgrades(
  app: FastifyInstance,
  takers: UpgradeRoute[],
  takes: (request: IncomingMessage) => boolean,
): void {
  async function hand(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = addressOf(request.url)
    if (!url) return deny(socket, 400)
    const taker = takers.find(({ path }) => path.test(url.pathname))
    return taker ? await taker.take(request, socket, head, url) : deny(socket, 404)
  }
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!takes(request)) return deny(socket, 429)
    // An async function throws nothing at its caller: whatever fails in it ends this connection alone.
    hand(request, socket, head).catch((fault: unknown) => {
      app.log.error({ fault }, 'an upgrade failed')
      deny(socket, 500)
    })
    return undefined
  })
}

/** The address asked for; null for what is not a path of this server (RFC 9112, 3.2: the origin-form). */
function addressOf(target = ''): URL | null {
  const url = target.startsWith('/') ? URL.parse(target, 'http://localhost') : null
  return url?.host === 'localhost' ? url : null
}

/** Refuses an upgrade with an HTTP status, and waits for nobody to read it. */
export function deny(socket: Duplex, status: number): void {
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** The library closes a connection that fails by itself; without a listener it would throw. */
function ignored(): void {}

/**
 * Makes a WebSocket of an upgrade. From its first byte on a malformed frame ends the connection and nothing else. What is no
 * proper handshake is refused by the library, and `accepted` is never called.
 */
export function accept(
  server: WebSocketServer,
  [request, socket, head]: [IncomingMessage, Duplex, Buffer],
  accepted: (raw: WebSocket) => void,
): void {
  server.handleUpgrade(request, socket, head, (raw) => {
    raw.on('error', ignored)
    accepted(raw)
  })
}
