import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import * as v from 'valibot'

/**
 * What a load costs a server that does nothing but send: it welcomes with as many bytes, answers, and passes on what is to go to
 * others. It stands beside ours in the same run, for machines are noisy and the ratio counts.
 */
const Asked = v.looseObject({
  type: v.string(),
  ask: v.optional(v.number()),
  command: v.optional(v.looseObject({ type: v.string(), on: v.optional(v.boolean()) })),
})

const welcomeTo = (inside: boolean) => JSON.stringify({ type: 'welcome', inside, filler: 'x'.repeat(1_800) })
const http = createServer()
const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
// The first who joins is the host.
const inside = new Set<WebSocket>()
const waiting = new Set<WebSocket>()
let isLocked = false

http.on('upgrade', (request, socket, head) => {
  server.handleUpgrade(request, socket, head, (raw) => {
    raw.on('close', () => {
      inside.delete(raw)
      waiting.delete(raw)
    })
    raw.on('error', () => {})
    raw.on('message', (data) => take(raw, request.headers.cookie ?? '', Buffer.isBuffer(data) ? data.toString() : ''))
  })
})
const port = Number(process.env['ROSTRUM_PORT'])
http.listen(port, '127.0.0.1', 8_192, () => process.stdout.write(`A bare server is ready at ${port}\n`))
process.on('SIGTERM', () => process.exit(0))

function take(raw: WebSocket, person: string, text: string): void {
  const { type, ask, command } = v.parse(Asked, JSON.parse(text))
  if (type === 'hello') return raw.send(welcomeTo(false))
  raw.send(JSON.stringify({ type: 'done', ask }))
  if (command) does(raw, person, command)
  return undefined
}

function does(raw: WebSocket, person: string, command: { type: string; on?: boolean | undefined }): void {
  if (command.type === 'join' && isLocked) waiting.add(raw)
  else if (command.type === 'join') letIn(raw)
  else if (command.type === 'lockRoom') lock(command.on === true)
  else if (command.type === 'raiseHand')
    [...inside].at(0)?.send(told({ type: 'handRaised', person }), { binary: false })
  else if (command.type === 'write') tellAll(told(command))
  else if (command.type === 'leave') {
    inside.delete(raw)
    raw.send(welcomeTo(false))
  }
}

function lock(on: boolean): void {
  isLocked = on
  if (!on) for (const one of waiting) letIn(one)
}

function tellAll(frame: Buffer): void {
  for (const one of inside) one.send(frame, { binary: false })
}

function letIn(raw: WebSocket): void {
  waiting.delete(raw)
  inside.add(raw)
  raw.send(welcomeTo(true))
}

function told(event: object): Buffer {
  return Buffer.from(JSON.stringify({ type: 'told', events: [event] }))
}
