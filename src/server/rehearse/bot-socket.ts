import { once } from 'node:events'
import { WebSocket } from 'ws'
import { socketPath, type ClientSocket } from './room-client.ts'

/** Opens a bot's connection to a room of a server, as whom its cookie names. Rejects where the server does not agree. */
export async function openBotSocket(server: URL, cookie: string, room: string): Promise<ClientSocket> {
  const url = new URL(socketPath(room), server)
  url.protocol = server.protocol === 'https:' ? 'wss:' : 'ws:'
  const raw = new WebSocket(url, { headers: { cookie, origin: server.origin }, perMessageDeflate: false })
  await once(raw, 'open')
  const socket: ClientSocket = {
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
