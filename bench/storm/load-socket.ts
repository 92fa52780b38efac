import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Where a load's connections go, and as whom. `from`: the address on loopback that they come from. */
export type Way = { port: number; path: string; cookie: string; from: string }

/**
 * A WebSocket of the load's: as little work as can be, so that of two cores the server has the most. It masks with zeros, which is a
 * mask too (RFC 6455, 5.3), and understands what servers send: text in one piece, pings, a close.
 */
export class LoadSocket {
  readonly #socket: Socket
  #rest: Buffer = Buffer.alloc(0)
  #isOpen = false
  /** Bytes received so far. */
  bytes = 0
  /** Called with each frame of text. */
  heard: (text: string) => void = () => {}
  /** Called once, with the close code; 1006 where there was none. */
  closed: (code: number) => void = () => {}
  #code = 1006

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (data: Buffer) => this.#take(data))
    socket.on('error', () => {})
    socket.on('close', () => this.closed(this.#code))
  }

  /** Resolves when the server has agreed; rejects with its answer where it has not. */
  static async open({ port, path, cookie, from }: Way): Promise<LoadSocket> {
    return await new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: from })
      const load = new LoadSocket(socket)
      load.closed = () => reject(new Error(`refused: ${load.#rest.subarray(0, 40).toString('latin1')}`))
      load.#opened = () => resolve(load)
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: localhost:${port}`,
        `Origin: http://localhost:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
      ]
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
  }

  say(frame: object): void {
    this.#send(0x81, Buffer.from(JSON.stringify(frame)))
  }

  /** Reads nothing more, as a telephone in a tunnel. */
  stopReading(): void {
    this.#socket.pause()
  }

  /** As a page that is closed. */
  leave(): void {
    this.#send(0x88, Buffer.from([0x03, 0xe9]))
  }

  /** Without a goodbye. */
  cut(): void {
    this.#socket.resetAndDestroy()
  }

  #opened: () => void = () => {}

  #send(head: number, body: Buffer): void {
    const length = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 255]
    this.#socket.write(Buffer.concat([Buffer.from([head, ...length, 0, 0, 0, 0]), body]))
  }

  #take(data: Buffer): void {
    this.bytes += data.length
    this.#rest = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data])
    if (!this.#isOpen && !this.#shakeHands()) return
    for (;;) {
      const frame = frameIn(this.#rest)
      if (!frame) return
      const { opcode, body, size } = frame
      this.#rest = this.#rest.subarray(size)
      if (opcode === 1) this.heard(body.toString('utf8'))
      else if (opcode === 9) this.#send(0x8a, body)
      else if (opcode === 8) {
        this.#code = body.length >= 2 ? body.readUInt16BE(0) : 1005
        this.#socket.end()
      }
    }
  }

  #shakeHands(): boolean {
    const end = this.#rest.indexOf('\r\n\r\n')
    if (end < 0) return false
    if (!this.#rest.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
      this.#socket.destroy()
      return false
    }
    this.#rest = this.#rest.subarray(end + 4)
    this.#isOpen = true
    this.closed = () => {}
    this.#opened()
    return true
  }
}

/** The frame at the beginning of these bytes, where all of it is there. */
function frameIn(bytes: Buffer): { opcode: number; body: Buffer; size: number } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const head = short === 127 ? 10 : short === 126 ? 4 : 2
  if (bytes.length < head) return null
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short
  if (bytes.length < head + length) return null
  return { opcode: (bytes[0] ?? 0) & 0x0f, body: bytes.subarray(head, head + length), size: head + length }
}
