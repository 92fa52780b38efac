import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import * as v from 'valibot'

/**
 * What a load costs a server that does nothing but send: it welcomes with as many bytes, answers, and passes on to all what is to go to
 * all. It stands beside ours in the same run, for machines are noisy and the ratio counts.
 */
const Asked = v.looseObject({
  type: v.string(),
  ask: v.optional(v.number()),
  command: v.optional(v.looseObject({ type: v.string() })),
})

const welcome = JSON.stringify({ type: 'welcome', filler: 'x'.repeat(1_800) })
const http = createServer()
const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const inside = new Set<WebSocket>()

http.on('upgrade', (request, socket, head) => {
  server.handleUpgrade(request, socket, head, (raw) => {
    raw.on('close', () => inside.delete(raw))
    raw.on('error', () => {})
    raw.on('message', (data) => take(raw, Buffer.isBuffer(data) ? data.toString() : ''))
  })
})
const port = Number(process.env['ROSTRUM_PORT'])
http.listen(port, '127.0.0.1', () => process.stdout.write(`A bare server is ready at ${port}\n`))
process.on('SIGTERM', () => process.exit(0))

function take(raw: WebSocket, text: string): void {
  const { type, ask, command } = v.parse(Asked, JSON.parse(text))
  if (type === 'hello') return raw.send(welcome)
  raw.send(JSON.stringify({ type: 'done', ask }))
  if (command?.type === 'join') {
    inside.add(raw)
    return raw.send(welcome)
  }
  const told = Buffer.from(JSON.stringify({ type: 'told', events: [command] }))
  for (const other of inside) other.send(told, { binary: false })
}
