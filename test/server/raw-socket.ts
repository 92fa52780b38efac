import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A bare TCP connection to a server, which says what no browser would. */
export class RawSocket {
  readonly #socket: Socket
  /** What the server has answered so far, as latin1: one character a byte. */
  answer = ''

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (data) => (this.answer += data.toString('latin1')))
    socket.on('error', () => {})
  }

  static async open(url: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    onTestFinished(() => void socket.destroy())
    return new RawSocket(socket)
  }

  say(bytes: string | Buffer): void {
    this.#socket.write(bytes)
  }

  /** Ends without a goodbye (TCP reset). */
  reset(): void {
    this.#socket.resetAndDestroy()
  }

  /** Resolves when the server has said something that holds these characters. */
  async says(part: string): Promise<void> {
    while (!this.answer.includes(part)) await once(this.#socket, 'data')
  }

  /** Resolves when the server has ended the connection. */
  async ended(): Promise<void> {
    if (!this.#socket.closed) await new Promise((closed) => this.#socket.once('close', closed))
  }
}

/** The bytes by which a page of a server asks for a WebSocket (RFC 6455, 4.1). */
export function handshake(url: string, path: string, headers: Record<string, string> = {}): string {
  const asked = {
    Host: new URL(url).host,
    Origin: url,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  }
  const lines = Object.entries(asked).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** A WebSocket frame as a client sends it (RFC 6455, 5.2): `head` is its first byte, and the mask is all zeros. */
export function frame(head: number, payload: Buffer | string = ''): Buffer {
  const body = Buffer.from(payload)
  const length =
    body.length < 126
      ? Buffer.from([0x80 | body.length])
      : body.length < 65_536
        ? Buffer.from([0x80 | 126, body.length >> 8, body.length & 255])
        : Buffer.concat([Buffer.from([0x80 | 127, 0, 0, 0, 0]), bigEndian(body.length)])
  return Buffer.concat([Buffer.from([head]), length, Buffer.alloc(4), body])
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
