import { expect, test } from 'vitest'
import { JOIN_REQUEST } from '../../../test/media/livekit.ts'
import { mei } from '../../../test/rules/people.ts'
import { frame, handshake, RawSocket } from '../../../test/server/raw-socket.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'

const UNKNOWN = '/api/rooms/AAAAAAAAAAAAAAAAAAAAAA/socket'

const alive = async (scene: Scene) => (await scene.get('/api/health')).status

test.each([
  ['//', 400],
  ['//evil.example/rtc', 400],
  ['/\\evil.example/rtc', 400],
  ['http://localhost/rtc', 400],
  ['*', 400],
  ['/', 404],
  ['/rtc/', 404],
  ['/api/rooms/%E0%A4/socket', 403],
  [`${UNKNOWN}?${'x'.repeat(4_000)}`, 403],
])('an upgrade for %s by a stranger is answered %i, and the server goes on', async (path, status) => {
  const scene = await openScene()
  const raw = await RawSocket.open(scene.url)
  raw.say(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  await raw.ended()
  expect(raw.answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(await alive(scene)).toBe(200)
})

const MALFORMED: [string, Buffer][] = [
  ['all reserved bits and half a length', Buffer.from([0xf1, 0x00])],
  ['no mask', Buffer.from([0x81, 0x01, 0x78])],
  ['an unknown opcode', frame(0x83, 'x')],
  ['a ping of 126 bytes', frame(0x89, Buffer.alloc(126))],
  ['a ping in pieces', frame(0x09, 'x')],
  ['a continuation of nothing', frame(0x80, 'x')],
  ['invalid UTF-8', frame(0x81, Buffer.from([0xc3, 0x28]))],
  ['a close of one byte', frame(0x88, Buffer.from([3]))],
  ['the close code 1005', frame(0x88, Buffer.from([0x03, 0xed]))],
  ['the close code 999', frame(0x88, Buffer.from([0x03, 0xe7]))],
  ['a close with invalid UTF-8', frame(0x88, Buffer.from([0x03, 0xe8, 0xff]))],
  ['a text in 4,000 pieces', Buffer.concat([frame(0x01, 'x'), ...Array.from({ length: 4_000 }, () => frame(0x00))])],
  ['1 MB of text', frame(0x81, Buffer.alloc(1_048_577, 'x'))],
  ['a length of 2^63', Buffer.from([0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['a thousand pings', Buffer.concat(Array.from({ length: 1_000 }, () => frame(0x89)))],
]

test.each(MALFORMED)('%s ends that connection, refused or not, and the server goes on', async (_what, bytes) => {
  const scene = await openScene()
  const { cookie, room } = await scene.creates()
  for (const [path, headers] of [
    [UNKNOWN, {}],
    [`/api/rooms/${room}/socket`, {}],
    [`/api/rooms/${room}/socket`, { Cookie: cookie }],
  ] as const) {
    const raw = await RawSocket.open(scene.url)
    raw.say(handshake(scene.url, path, headers))
    await raw.says('101 Switching Protocols')
    raw.say(bytes)
    await raw.ended()
  }
  expect(await alive(scene)).toBe(200)
})

test('a reset in mid-handshake, and bytes behind it, end nothing else', async () => {
  const scene = await openScene()
  const { cookie, room } = await scene.creates()
  const whole = handshake(scene.url, `/api/rooms/${room}/socket`, { Cookie: cookie })
  for (const cut of [whole.slice(0, 40), whole.slice(0, -2), whole, whole + frame(0xf1).toString('latin1')]) {
    const raw = await RawSocket.open(scene.url)
    raw.say(cut)
    expect(await alive(scene)).toBe(200)
    raw.reset()
  }
  expect(await alive(scene)).toBe(200)
})

test('an upgrade that is no handshake of a WebSocket is refused', async () => {
  const scene = await openScene()
  for (const path of [UNKNOWN, `/rtc/v1?join_request=${JOIN_REQUEST}`]) {
    const wrong: Record<string, string>[] = [
      { 'Sec-WebSocket-Key': 'x' },
      { 'Sec-WebSocket-Version': '7' },
      { Upgrade: 'h2c' },
    ]
    for (const headers of wrong) {
      const raw = await RawSocket.open(scene.url)
      raw.say(handshake(scene.url, path, headers))
      await raw.ended()
      expect(raw.answer).toMatch(/^HTTP\/1.1 (400|401|405|426) /)
    }
  }
  expect(await alive(scene)).toBe(200)
})

test('who opens one connection after the other is told to wait, and the others are not', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const guest = await scene.enters(host, 'viewer', mei)
  for (let n = 0; n < 20; n++) await scene.opens(guest.room, guest)
  expect((await (await scene.opens(guest.room, guest)).closed).code).toBe(4429)
  await scene.joins(host)
  scene.clock.turn(1_000)
  await scene.joins(guest)
})
