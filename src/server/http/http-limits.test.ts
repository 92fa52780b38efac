import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { handshake, RawSocket } from '../../../test/server/raw-socket.ts'
import { limitConnections, mostConnections } from './http-limits.ts'

type Given = {
  most?: { fromOne: number; inAll: number }
  takes?: (what: string, address: string) => boolean
  isProxy?: () => boolean
}

/** A server that answers at once, and agrees to whatever asks for a WebSocket. */
async function listening({ most, takes = () => true, isProxy = () => false }: Given = {}): Promise<string> {
  const server = createServer((request, response) => request.resume().on('end', () => response.end('here')))
  server.on('upgrade', (_request, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
  limitConnections(server, { takes }, isProxy, most)
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

async function begun(url: string, text: string, many: number): Promise<RawSocket[]> {
  const all: RawSocket[] = []
  for (let n = 0; n < many; n++) {
    const raw = await RawSocket.open(url)
    raw.say(text)
    all.push(raw)
  }
  return all
}

const FEW = { most: { fromOne: 3, inAll: 100 } }
const HALF_A_HEAD = 'GET / HTTP/1.1\r\nHost: loc'
const HALF_A_BODY = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{'

test.each([HALF_A_HEAD, HALF_A_BODY, ''])(
  'of those who never finish with "%s" the oldest make room, and who comes is served',
  async (text) => {
    const url = await listening(FEW)
    const [first, second] = await begun(url, text, 5)
    await first?.ended()
    await second?.ended()
    expect([first?.answer, second?.answer]).toEqual(['', ''])
    expect(await (await fetch(url)).text()).toBe('here')
  },
)

test('what is finished makes no room: a WebSocket, and a page between two requests', async () => {
  const url = await listening(FEW)
  const [socket] = await begun(url, handshake(url, '/'), 1)
  await socket?.says('101')
  const [page] = await begun(url, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', 1)
  await page?.says('here')
  const [sent] = await begun(url, `${HALF_A_BODY}${'x'.repeat(49)}`, 1)
  await sent?.says('here')
  const [oldest] = await begun(url, HALF_A_HEAD, 4)
  await oldest?.ended()
  for (const raw of [page, sent]) {
    if (raw) raw.answer = ''
    raw?.say('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await raw?.says('here')
    expect(raw?.answer).toContain('200 OK')
  }
})

test('a connection that is one too many is cut, and one from a proxy is counted by nobody', async () => {
  const asked: string[] = []
  const takes = (what: string, address: string) => asked.push(`${what} ${address}`) < 2
  const url = await listening({ takes })
  expect(await (await fetch(url)).text()).toBe('here')
  const [cut] = await begun(url, '', 1)
  await cut?.ended()
  expect(asked).toEqual(['connection 127.0.0.1', 'connection 127.0.0.1'])
  const proxied = await listening({ takes: () => false, isProxy: () => true })
  expect(await (await fetch(proxied)).text()).toBe('here')
})

test('two of three files that may be open are for browsers', () => {
  expect(mostConnections(20_000)).toBe(12_992)
  expect(mostConnections(256)).toBe(341)
})
