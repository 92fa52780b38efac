import * as v from 'valibot'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { RawData, WebSocket } from 'ws'
import { CLOSED, FRAME_MAX, RESTARTS, Upward, type Downward } from '../../protocol/frames.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { VERSION } from '../../protocol/version.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import { faultId } from '../log.ts'
import type { Connection } from '../rooms/connection.ts'
import type { Notes } from '../notes/notes.ts'
import type { Room } from '../rooms/room.ts'
import { limitControlFrames } from './frame-limits.ts'
import { FrameRates, SHORT_FRAME } from './frame-rates.ts'
import type { Beating, Heartbeat } from './heartbeat.ts'
import { textFrame } from './text-frame.ts'
import type { Unfinished } from './unfinished.ts'
import type { Reader, UnreadBudget } from './unread-budget.ts'
import type { WaitingLine } from './waiting-line.ts'
import { StoreDown } from '../store/store.ts'

const HELLO_WITHIN: Millis = 10_000
// Who does not read is cut before the frames that wait for it fill the memory.
const WAITING_MAX = 1_048_576
// Beyond this many refusals as too fast in a row it is no impatient person any more.
const TOO_FAST_MAX = 60

/** A ready WebSocket's state (WHATWG). */
const OPEN = 1

/** What every connection has in common. `ungreeted`: those that have not said hello yet. */
export type ConnectionNeeds = {
  clock: Clock
  log: Logger
  heartbeat: Heartbeat
  ungreeted: Unfinished<WebSocket>
  unread: UnreadBudget
  line: WaitingLine
  notes: Notes
}

/** Whose browser it is, and in which room. */
export type Speaker = { person: PersonId; room: Room }

/**
 * Speaks for one browser: parses what it asks, and answers. Ends when either side closes, after a frame that cannot be
 * parsed, or when too much waits unread. Faults end this connection and no other. There are ten thousand of them: whatever not
 * everybody needs is made when it is needed.
 */
export class SocketConnection implements Connection, Beating, Reader {
  readonly id: PersonId
  readonly #raw: WebSocket
  readonly #socket: Duplex
  readonly #room: Room
  readonly #needs: ConnectionNeeds
  readonly #letGo: () => void
  readonly #stopBeating: () => void
  #rates: FrameRates | null = null
  #tooFast = 0
  #stopWaiting: (() => void) | null
  #isHeard = true

  private constructor(raw: WebSocket, socket: Duplex, { person, room }: Speaker, needs: ConnectionNeeds) {
    this.id = person
    this.#raw = raw
    this.#socket = socket
    this.#room = room
    this.#needs = needs
    this.#letGo = room.hold(this)
    needs.line.connected(person)
    this.#stopBeating = needs.heartbeat.add(this)
    this.#stopWaiting = needs.clock.after(HELLO_WITHIN, () => this.#close(CLOSED.bad, 'No hello within ten seconds.'))
  }

  /** Speaks for a browser from now on. `socket` is what `raw` was made of. */
  static open(raw: WebSocket, socket: Duplex, speaker: Speaker, needs: ConnectionNeeds): void {
    const connection = new SocketConnection(raw, socket, speaker, needs)
    limitControlFrames(raw, needs.clock)
    raw.on('pong', () => (connection.#isHeard = true))
    raw.on('error', (fault) => connection.#log('info', { why: fault.message }, 'a connection fails'))
    raw.on('close', (code) => connection.#closed(code))
    raw.on('message', (data, isBinary) => connection.#heard(data, isBinary))
  }

  get unread(): number {
    return this.#socket.writableLength
  }

  send(frame: string): void {
    this.write(textFrame(frame))
  }

  write(frames: Buffer): void {
    if (this.#raw.readyState !== OPEN) return
    if (this.#socket.writableLength > WAITING_MAX) return this.cut()
    this.#socket.write(frames)
    if (this.#socket.writableLength > 0) this.#needs.unread.isBehind(this)
    return undefined
  }

  cut(): void {
    this.#raw.terminate()
  }

  replaced(): void {
    this.#close(CLOSED.replaced, 'This person is in another window.')
  }

  moved(): void {
    this.#close(RESTARTS, 'Come in again.')
  }

  refused(why: Refusal): void {
    this.#close(CLOSED.noEntry, why)
  }

  /** Asks whether the browser is still there; who has said nothing since the last time is not. */
  beat(): void {
    if (!this.#isHeard) return this.#raw.terminate()
    this.#isHeard = false
    return this.#raw.ping()
  }

  #heard(data: RawData, isBinary: boolean): void {
    // What comes behind the frame for which the connection is closed is not read.
    if (this.#raw.readyState !== OPEN) return
    this.#isHeard = true
    this.#handle(data, isBinary).catch((fault: unknown) => {
      this.#log('error', { fault }, 'a frame could not be handled')
      this.#close(CLOSED.fault, `The server could not handle this (${faultId(fault)}).`)
    })
  }

  async #handle(data: RawData, isBinary: boolean): Promise<void> {
    const bytes = Buffer.isBuffer(data) ? data.byteLength : 0
    if (bytes > SHORT_FRAME && this.#counted().isTooMuch(bytes, this.#needs.clock.monotonic()))
      return this.#close(CLOSED.tooFast, 'Too much at once.')
    const frame = isBinary ? null : parse(data)
    if (!frame) return this.#close(CLOSED.bad, 'This frame is not of the protocol.')
    const isGreeted = this.#stopWaiting === null
    if (frame.type === 'hello') {
      if (isGreeted) return this.#close(CLOSED.bad, 'Hello is said once.')
      if (frame.version !== VERSION) return this.#close(CLOSED.version, `This server speaks version ${VERSION}.`)
      this.#waitNoLonger()
      return await this.#room.arrive(this, frame.page, frame.takesOver)
    }
    if (!isGreeted) return this.#close(CLOSED.bad, 'The first frame is a hello.')
    const { ask } = frame
    if (this.#counted().isTooFast(frame, this.#needs.clock.monotonic())) {
      this.#tooFast += 1
      return this.#tooFast > TOO_FAST_MAX
        ? this.#close(CLOSED.tooFast, 'Too much at once.')
        : this.#refuse(ask, 'too-fast')
    }
    this.#tooFast = 0
    await this.#reply(frame).catch((fault: unknown) => {
      if (!(fault instanceof StoreDown)) throw fault
      this.#refuse(ask, 'store-down')
    })
  }

  async #reply(frame: Exclude<Upward, { type: 'hello' }>): Promise<void> {
    const { ask } = frame
    if (frame.type === 'do') {
      const isJoin = frame.command.type === 'join'
      if (isJoin && !this.#mayJoin()) return undefined
      const no = await this.#room.ask(this, frame.command)
      if (isJoin && !no) this.#needs.line.settle(this.id)
      return no ? this.#refuse(ask, no.refusal, no.wait) : this.#answer({ type: 'done', ask })
    }
    if (frame.type === 'notes') {
      const no = await this.#needs.notes.ask(this, this.#room, frame.notes)
      return no ? this.#refuse(ask, no) : this.#answer({ type: 'done', ask })
    }
    const found = await this.#room.find(this, frame.query)
    return typeof found === 'string' ? this.#refuse(ask, found) : this.#answer({ type: 'found', ask, found })
  }

  /** [FULL-4] Whoever has stood at the door for long goes to the line where there is no room any more; nothing is answered then. */
  #mayJoin(): boolean {
    const turn = this.#room.alwaysAdmits(this.id) ? null : this.#needs.line.ask(this.id)
    if (turn) this.#close(CLOSED.full, JSON.stringify(turn))
    return turn === null
  }

  /** A viewer asks for next to nothing: what counts is made when something has to be counted. */
  #counted(): FrameRates {
    return (this.#rates ??= new FrameRates())
  }

  #answer(frame: Downward): void {
    this.send(JSON.stringify(frame))
  }

  #refuse(ask: number, refusal: Refusal, wait?: Millis): void {
    this.#answer({ type: 'refused', ask, refusal, ...(wait !== undefined && { wait }) })
  }

  #waitNoLonger(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = null
    this.#needs.ungreeted.finish(this.#raw)
  }

  #close(code: number, why: string): void {
    if (code !== CLOSED.replaced) this.#log('info', { code, why }, 'a connection is closed')
    this.#raw.close(code, why)
    // Nothing more is read of a flood; the close is sent all the same, and the library cuts who does not answer it.
    if (code === CLOSED.tooFast || code === CLOSED.bad) this.#raw.pause()
  }

  #closed(code: number): void {
    this.#waitNoLonger()
    this.#stopBeating()
    this.#needs.unread.forget(this)
    this.#needs.line.disconnected(this.id)
    this.#needs.notes.depart(this, this.#room)
    const clean = code === 1000 || code === 1001
    this.#room
      .depart(this, clean)
      .catch((fault: unknown) => this.#log('error', { fault }, 'a departure was lost'))
      .finally(this.#letGo)
  }

  #log(level: 'info' | 'error', about: object, message: string): void {
    this.#needs.log[level]({ room: this.#room.room.id, person: this.id, ...about }, message)
  }
}

function parse(data: RawData): Upward | null {
  const text = Buffer.isBuffer(data) && data.byteLength <= FRAME_MAX ? data.toString('utf8') : ''
  try {
    return v.parse(Upward, JSON.parse(text))
  } catch {
    return null
  }
}
