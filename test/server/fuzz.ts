import { JOIN_REQUEST } from '../media/livekit.ts'
import { frame, handshake } from './raw-socket.ts'

/** Chance that can be repeated: the same seed gives the same bytes (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 to below 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** From 0 to below `end`. */
  number(end: number): number {
    return Math.floor(this.roll() * end)
  }

  of<T>(all: readonly [T, ...T[]]): T {
    return all[this.number(all.length)] ?? all[0]
  }

  bytes(most: number): Buffer {
    return Buffer.from(Array.from({ length: this.number(most) }, () => this.number(256)))
  }
}

/** Where a stranger knocks: a server, a room of it with somebody's cookie, and somebody's ticket to the engine. */
export type Target = { url: string; room: string; cookie: string; ticket: string }

const METHODS = [
  'GET',
  'POST',
  'PUT',
  'HEAD',
  'OPTIONS',
  'DELETE',
  'TRACE',
  'CONNECT',
  'PRI',
  'get',
  '\u0000',
  'G'.repeat(300),
] as const
const SIGNS = [
  '/',
  '//',
  '\\',
  '%',
  '%2e',
  '..',
  '?',
  '#',
  '*',
  ':',
  '@',
  '\t',
  ' ',
  '\u0000',
  '\u00ff',
  '{',
  'x',
] as const
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'http/1.1', ''] as const
const HEADERS = [
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 3\r\nContent-Length: 4',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, chunked',
  'Expect: 100-continue',
  'Expect: x',
  'Connection: Upgrade',
  'Connection: close, keep-alive',
  'Upgrade: h2c',
  'Upgrade: websocket',
  'Content-Type: application/json',
  'Content-Type: application/json; charset=x',
  'Content-Type: application/webhook+json',
  'Content-Type: multipart/form-data; boundary=x',
  'Cookie: rostrum=%; rostrum=.; =; rostrum_x',
  'Cookie: __proto__=x; constructor=y; toString=z',
  'Origin: null',
  'Origin: http://[',
  'Host: ',
  'Range: bytes=-9999999999-',
  'If-Modified-Since: x',
  'Accept-Encoding: br;q=x, gzip;q=-1, *',
  'X-Forwarded-For: x, , ::ffff:1',
  'Authorization: Bearer a.b.c',
  ': x',
  'x'.repeat(20_000),
  'no colon',
] as const
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '{"__proto__":{"name":"x"}}',
  '{"name":{"toString":1},"host":[],"mode":{}}',
  '{"name":"\\ud800","host":"\\u0000","mode":"webinar"}',
  `{"name":"${'\u0315'.repeat(3_000)}","host":"a","mode":"webinar"}`,
  `[${'['.repeat(4_000)}`,
  '5\r\nhello\r\n0\r\n\r\n',
  'fffffffff\r\n',
] as const

function pathOf(dice: Dice, { room, ticket }: Target): string {
  const known = [
    '/',
    '/api/health',
    '/api/rooms',
    `/api/rooms/${room}`,
    `/api/rooms/${room}/socket`,
    `/api/rooms/${room}/links/viewer/revoke`,
    '/api/links/x',
    '/api/guest/forget',
    '/api/media/webhook',
    '/rtc',
    '/rtc/v1',
    `/rtc/v1/validate?access_token=${ticket}`,
    '/assets/x.js',
    '/i/x',
    '/r/x',
  ] as const
  const strange = () => Array.from({ length: dice.number(12) }, () => dice.of(SIGNS)).join('')
  const base = dice.of(known)
  switch (dice.number(4)) {
    case 0:
      return strange()
    case 1:
      return base + strange()
    case 2:
      return `${base}?${strange()}=${encodeURIComponent(dice.bytes(40).toString('latin1'))}`
    default:
      return base
  }
}

/** A request of HTTP that is no request, or nearly one. */
export function strangeRequest(dice: Dice, target: Target): Buffer {
  if (dice.number(20) === 0) return dice.bytes(400)
  const headers = Array.from({ length: dice.number(6) }, () => dice.of(HEADERS))
  const host = dice.number(10) === 0 ? [] : [`Host: ${new URL(target.url).host}`]
  const lines = [`${dice.of(METHODS)} ${pathOf(dice, target)} ${dice.of(VERSIONS)}`, ...host, ...headers]
  const request = Buffer.from(
    `${lines.join(dice.number(15) === 0 ? '\n' : '\r\n')}\r\n\r\n${dice.of(BODIES)}`,
    'latin1',
  )
  return dice.number(10) === 0 ? request.subarray(0, dice.number(request.length)) : request
}

/** A request to become a WebSocket that is none, or nearly one. */
export function strangeUpgrade(dice: Dice, target: Target): Buffer {
  const wrong = dice.of<Record<string, string>>([
    {},
    { 'Sec-WebSocket-Key': dice.bytes(30).toString('base64') },
    { 'Sec-WebSocket-Version': '12' },
    { 'Sec-WebSocket-Protocol': ', ,' },
    { 'Sec-WebSocket-Extensions': 'permessage-deflate; server_max_window_bits=99; x="' },
    { Upgrade: 'websocket, websocket' },
    { Connection: 'keep-alive, Upgrade' },
    { Origin: 'http://[::' },
    { Host: '' },
    { Cookie: target.cookie },
    { Cookie: 'rostrum=%E0%A4%A' },
  ])
  return Buffer.concat([Buffer.from(handshake(target.url, pathOf(dice, target), wrong), 'latin1'), dice.bytes(60)])
}

const JSONS = [
  '{"type":"hello","version":6,"page":"aaaaaaaaaaaaaaaaaaaaaa","takesOver":false}',
  '{"type":"hello","version":"6","page":null}',
  '{"type":"hello","version":1e400,"page":"aaaaaaaaaaaaaaaaaaaaaa"}',
  '{"type":"do","ask":1,"command":{"type":"join","page":"aaaaaaaaaaaaaaaaaaaaaa"}}',
  '{"type":"do","ask":-1,"command":{"type":"leave"}}',
  '{"type":"do","ask":9007199254740993,"command":{"type":"raiseHand"}}',
  '{"type":"do","ask":1,"command":{"type":"write","text":"x","to":null,"reply":1e308,"key":null}}',
  '{"type":"do","ask":1,"command":{"type":"react","reactions":{"clap":1e9}}}',
  '{"type":"do","ask":1,"command":{"type":"changeName","name":"\\u3164"}}',
  '{"type":"find","ask":1,"query":{"type":"viewers","search":"\\ufdfa","from":0,"limit":100}}',
  '{"type":"find","ask":1,"query":{"type":"ticket"}}',
  '{"__proto__":{"type":"hello"}}',
  '[[[[[[',
  '',
] as const

/** What comes over a connection that was opened: a hello or not, and frames that are none, or nearly. */
export function strangeFrames(dice: Dice): Buffer {
  const one = (): Buffer => {
    switch (dice.number(5)) {
      case 0:
        return frame(dice.number(256), dice.bytes(200))
      case 1:
        return Buffer.concat([Buffer.from([dice.number(256), dice.number(256)]), dice.bytes(20)])
      case 2:
        return frame(dice.of([0x88, 0x89, 0x8a, 0x08, 0x01, 0x00, 0x82]), dice.bytes(130))
      default:
        return frame(0x81, dice.of(JSONS))
    }
  }
  return Buffer.concat(Array.from({ length: 1 + dice.number(8) }, one))
}

/** The handshake of one who is known in the room, or has a ticket to the engine, or neither. */
export function goodHandshake(dice: Dice, { url, room, cookie, ticket }: Target): string {
  const own = { Cookie: cookie }
  const join = `access_token=${ticket}&join_request=${encodeURIComponent(JOIN_REQUEST)}`
  const [path, headers]: [string, Record<string, string>] = dice.of([
    [`/api/rooms/${room}/socket`, own],
    [`/api/rooms/${room}/socket`, {}],
    ['/api/rooms/AAAAAAAAAAAAAAAAAAAAAA/socket', own],
    [`/rtc/v1?${join}`, {}],
    [`/rtc?access_token=${ticket}&protocol=16&publish=x`, {}],
  ])
  return handshake(url, path, headers)
}
