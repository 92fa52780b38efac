import type { FastifyInstance } from 'fastify'
import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** Takes the connections of a path that want to become WebSockets. `url` is the address asked for. */
export type Taker = {
  path: RegExp
  take(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void>
}

/** Hands each upgrade to the taker of its path; what nobody takes is refused. */
export function handOutUpgrades(app: FastifyInstance, takers: Taker[]): void {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const url = new URL(request.url ?? '/', 'http://localhost')
    const taker = takers.find(({ path }) => path.test(url.pathname))
    if (!taker) return deny(socket, 404)
    taker.take(request, socket, head, url).catch((fault: unknown) => {
      app.log.error({ fault }, 'an upgrade failed')
      deny(socket, 500)
    })
  })
}

/** Refuses an upgrade with an HTTP status. */
export function deny(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
