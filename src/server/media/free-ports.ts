import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** The port itself, or one that is free just now where it is 0. */
export async function tcpPort(port: number): Promise<number> {
  if (port !== 0) return port
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const closed = once(server, 'close')
  server.close()
  await closed
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** The same for UDP. */
export async function udpPort(port: number): Promise<number> {
  if (port !== 0) return port
  const socket = createSocket('udp4').bind(0)
  await once(socket, 'listening')
  const free = socket.address().port
  const closed = once(socket, 'close')
  socket.close()
  await closed
  return free
}
