import * as v from 'valibot'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { RawData, WebSocket } from 'ws'
import { CLOSED, FRAME_MAX, Upward, type Downward } from '../../protocol/frames.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { VERSION } from '../../protocol/version.ts'
import type { Millis, PersonId, Reactions } from '../../protocol/types.ts'
import { rateOf } from '../../rules/commands-table.ts'
import { Bucket } from './rate-limits.ts'
import type { Clock } from '../clock.ts'
import { limitControlFrames } from './frame-limits.ts'
import { textFrame } from './text-frame.ts'
import type { Connection } from '../rooms/connection.ts'
import type { Room } from '../rooms/room.ts'
import { faultId } from '../log.ts'

const HELLO_WITHIN: Millis = 10_000
// Some proxies close what has been silent for a minute; and a laptop that sleeps does not say goodbye.
const PING_EVERY: Millis = 15_000
// Who does not read is cut before the frames that wait for it fill the memory.
const WAITING_MAX = 1_048_576
const ACTS = { perSecond: 10, burst: 30 }
// What the page looks up by itself must not take a person's acts from them.
const LOOKS = { perSecond: 10, burst: 30 }
// More than anybody can press, whatever else was asked.
const SELF_REDUCING = { perSecond: 20, burst: 60 }
const HANDS = { perSecond: 6 / 60, burst: 6 }
// [REACT-3]
const REACTIONS = { perSecond: 10, burst: 10 }
// Beyond this many refusals as too fast in a row it is no impatient person any more.
const TOO_FAST_MAX = 60

/** A service restart (RFC 6455's registry): the browser comes back by itself, and soon. */
export const COME_BACK = 1012

/** A ready WebSocket's state (WHATWG). */
const OPEN = 1

/**
 * Speaks for one browser: parses what it asks, and answers. Ends when either side closes, after a frame that cannot be
 * parsed, or when too much waits unread. Faults end this connection and no other.
 */
export function openConnection(
  raw: WebSocket,
  socket: Duplex,
  person: PersonId,
  room: Room,
  clock: Clock,
  log: Logger,
): void {
  const acts = new Bucket(ACTS.perSecond, ACTS.burst)
  const looks = new Bucket(LOOKS.perSecond, LOOKS.burst)
  const selfReducing = new Bucket(SELF_REDUCING.perSecond, SELF_REDUCING.burst)
  const hands = new Bucket(HANDS.perSecond, HANDS.burst)
  const reactions = new Bucket(REACTIONS.perSecond, REACTIONS.burst)
  const letGo = room.hold()
  let tooFast = 0
  let greeted = false
  let heard = true
  const callOff = clock.after(HELLO_WITHIN, () => {
    if (!greeted) close(CLOSED.bad, 'No hello within ten seconds.')
  })
  let stopPinging = clock.after(PING_EVERY, ping)

  const connection: Connection = {
    id: person,
    get unread() {
      return socket.writableLength
    },
    send: (frame) => connection.write(textFrame(frame)),
    write(frames) {
      if (raw.readyState !== OPEN) return
      if (socket.writableLength > WAITING_MAX) raw.terminate()
      else socket.write(frames)
    },
    replaced: () => close(CLOSED.replaced, 'This person is in another window.'),
    moved: () => close(COME_BACK, 'Another server has this room.'),
  }
  const answer = (frame: Downward) => connection.send(JSON.stringify(frame))

  function close(code: number, why: string): void {
    if (code !== CLOSED.replaced) log.info({ person, code, why }, 'a connection is closed')
    raw.close(code, why)
  }

  function ping(): void {
    if (!heard) return raw.terminate()
    heard = false
    raw.ping()
    stopPinging = clock.after(PING_EVERY, ping)
  }

  limitControlFrames(raw, clock)
  raw.on('pong', () => (heard = true))
  raw.on('error', (fault) => log.info({ person, why: fault.message }, 'a connection fails'))
  raw.on('close', (code) => {
    callOff()
    stopPinging()
    const clean = code === 1000 || code === 1001
    room
      .depart(connection, clean)
      .catch((fault: unknown) => log.error({ person, fault }, 'a departure was lost'))
      .finally(letGo)
  })
  raw.on('message', (data, isBinary) => {
    heard = true
    handle(data, isBinary).catch((fault: unknown) => {
      log.error({ person, fault }, 'a frame could not be handled')
      close(CLOSED.fault, `The server could not handle this (${faultId(fault)}).`)
    })
  })

  async function handle(data: RawData, isBinary: boolean): Promise<void> {
    const frame = isBinary ? null : parse(data)
    if (!frame) return close(CLOSED.bad, 'This frame is not of the protocol.')
    if (frame.type === 'hello') {
      if (greeted) return close(CLOSED.bad, 'Hello is said once.')
      if (frame.version !== VERSION) return close(CLOSED.version, `This server speaks version ${VERSION}.`)
      greeted = true
      callOff()
      return await room.arrive(connection, frame.page, frame.takesOver)
    }
    if (!greeted) return close(CLOSED.bad, 'The first frame is a hello.')
    const { ask } = frame
    if (isTooFast(frame)) {
      tooFast += 1
      return tooFast > TOO_FAST_MAX ? close(CLOSED.tooFast, 'Too much at once.') : refuse(ask, 'too-fast')
    }
    tooFast = 0
    if (frame.type === 'do') {
      const no = await room.ask(connection, frame.command)
      return no ? refuse(ask, no.refusal, no.wait) : answer({ type: 'done', ask })
    }
    const found = await room.find(connection, frame.query)
    return typeof found === 'string' ? refuse(ask, found) : answer({ type: 'found', ask, found })
  }

  function refuse(ask: number, refusal: Refusal, wait?: Millis): void {
    answer({ type: 'refused', ask, refusal, ...(wait !== undefined && { wait }) })
  }

  function isTooFast(frame: Exclude<Upward, { type: 'hello' }>): boolean {
    const at = clock.monotonic()
    if (frame.type === 'find') return !looks.take(at)
    const { command } = frame
    const rate = rateOf(command)
    if (rate === 'selfReducing') return !selfReducing.take(at)
    if (!acts.take(at)) return true
    if (command.type === 'react') return !reactions.take(at, sumOf(command.reactions))
    return rate === 'hand' && !hands.take(at)
  }
}

function sumOf(reactions: Reactions): number {
  return Object.values(reactions).reduce((sum, many) => sum + many, 0)
}

function parse(data: RawData): Upward | null {
  const text = Buffer.isBuffer(data) && data.byteLength <= FRAME_MAX ? data.toString('utf8') : ''
  try {
    return v.parse(Upward, JSON.parse(text))
  } catch {
    return null
  }
}
