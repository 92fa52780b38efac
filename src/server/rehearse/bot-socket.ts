import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { MemberSocket, Open } from './member.ts'

/** A way to open a bot's connections to a server, as its cookie names it. */
export function botSockets(server: URL, cookie: string): Open {
  return async (path) => {
    const url = new URL(path, server)
    url.protocol = server.protocol === 'https:' ? 'wss:' : 'ws:'
    const raw = new WebSocket(url, { headers: { cookie, origin: server.origin }, perMessageDeflate: false })
    await once(raw, 'open')
    const socket: MemberSocket = {
      heard: () => {},
      closed: () => {},
      say: (frame) => raw.send(JSON.stringify(frame)),
      leave: () => raw.close(1001),
      cut: () => raw.terminate(),
    }
    raw.on('message', (data) => socket.heard(Buffer.isBuffer(data) ? data.toString('utf8') : ''))
    // What goes wrong is seen by the close that follows.
    raw.on('error', () => {})
    raw.on('close', (code) => socket.closed(code))
    return socket
  }
}
