import * as v from 'valibot'
import type { Command } from '../../../protocol/commands.ts'
import { CLOSED, Downward, RESTARTS, Turn, type Upward } from '../../../protocol/frames.ts'
import type { NotesAsk } from '../../../protocol/notes.ts'
import type { Found, Query } from '../../../protocol/queries.ts'
import { readDownward } from '../../../protocol/read-downward.ts'
import { Refusal } from '../../../protocol/refusals.ts'
import { VERSION } from '../../../protocol/version.ts'
import type { Millis } from '../../../protocol/types.ts'
import { rateOf } from '../../../rules/commands-table.ts'
import type { Transport, Socket } from './transport.ts'
import type { Connection, Rejected, WhyNot } from '../call-state.ts'

/** What the connection reports: every frame that is no answer, and its state. */
export type ConnectionEvents = {
  frame(frame: Downward): void
  /** `placeInLine`: at a server that is full, from 1. It is asked again by itself. [FULL-1] */
  state(state: Connection, refusal: Refusal | null, placeInLine: number): void
  /** The server has announced a restart. */
  restarts(): void
}

const FIRST_WAIT: Millis = 300
const LONGEST_WAIT: Millis = 5_000
const OPEN_WITHIN: Millis = 10_000
// Another attempt does not help a server that has accepted the connection and has many to welcome.
const WELCOME_WITHIN: Millis = 30_000
// A page does not see the server's pings. After two such silent intervals, a question and another one, a connection is found dead: within
// ten seconds.
const LOOK_EVERY: Millis = 3_000
// The server allows ten queries a second; after this time some are allowed again.
const FIND_AGAIN: Millis = 500
/** Closed by the client itself (RFC 6455, 7.4.2). The server keeps the place as after any lost connection. */
const GIVEN_UP = 4000

type Answer = { done: true } | { found: Found } | Rejected
type Asked = { frame: Exclude<Upward, { type: 'hello' }>; settle: (answer: Answer) => void }

/** The connection to a room: reconnects by itself, and answers every request. Ends with `close`. */
export class RoomConnection {
  readonly #transport: Transport
  readonly #page: string
  readonly #events: ConnectionEvents
  readonly #asked = new Map<number, Asked>()
  readonly #unwatch: () => void
  #socket: Socket | null = null
  #isOpen = false
  #wasOpen = false
  #isOver = false
  /** The next hello replaces another window, because the person has asked for it. */
  #takesOver = false
  /** In line before a full server, until it welcomes. */
  #isInLine = false
  /** Over how many ms people spread themselves who come back to a server that was away. [AWAY-5] */
  #spread: Millis = 0
  #hasSpread = false
  #heard = false
  #nextAsk = 1
  #wait = FIRST_WAIT
  #stopTimer = () => {}

  constructor(transport: Transport, page: string, hearing: ConnectionEvents) {
    this.#transport = transport
    this.#page = page
    this.#events = hearing
    this.#unwatch = transport.watch({ back: () => this.#hurry(), gone: () => this.#lose(GIVEN_UP) })
    this.#dial()
  }

  /**
   * Sends a command; resolves to null, or to the reason why not. While disconnected, commands that only take back what is one's own wait,
   * and so does a message that was sent before. Everything else resolves to `away`, because it may not be wanted any more after
   * reconnecting.
   */
  async act(command: Command): Promise<WhyNot | null> {
    return (await this.request(command))?.why ?? null
  }

  /** The same; a rejection has the time after which it would be done, if there is one. */
  async request(command: Command): Promise<Rejected | null> {
    const answer = await this.#ask((ask) => ({ type: 'do', ask, command }))
    return 'why' in answer ? answer : null
  }

  /** Sends a query. Waits while disconnected, and for its turn when too much was asked. */
  async find<T extends Found['type']>(query: Query & { type: T }): Promise<Extract<Found, { type: T }> | WhyNot> {
    for (;;) {
      const answer = await this.#ask((ask) => ({ type: 'find', ask, query }))
      if ('found' in answer && isFound(answer.found, query.type)) return answer.found
      const no = 'why' in answer ? answer.why : 'bad-request'
      if (no !== 'too-fast') return no
      await new Promise<void>((rested) => this.#transport.after(FIND_AGAIN, rested))
    }
  }

  /** Says something of the notes; resolves to null, or to the reason why not. While disconnected nothing of it waits. [NOTES-6] */
  async notes(notes: NotesAsk): Promise<WhyNot | null> {
    const answer = await this.#ask((ask) => ({ type: 'notes', ask, notes }))
    return 'why' in answer ? answer.why : null
  }

  /** Connects again after another window had replaced this one. */
  takeOver(): void {
    this.#isOver = false
    this.#wasOpen = false
    this.#takesOver = true
    this.#dial()
  }

  close(): void {
    this.#unwatch()
    this.#isOver = true
    this.#close(1000)
    this.#giveUpAsks(() => true)
  }

  async #ask(frameOf: (ask: number) => Asked['frame']): Promise<Answer> {
    const frame = frameOf(this.#nextAsk++)
    if (this.#isOver || !(this.#isOpen || mayWait(frame))) return { why: 'away' }
    return await new Promise((settle) => {
      this.#asked.set(frame.ask, { frame, settle })
      if (this.#isOpen) this.#send(frame)
    })
  }

  #dial(): void {
    this.#stopTimer()
    if (this.#isOver || this.#socket) return
    this.#tellAway()
    const socket: Socket = this.#transport.dial({
      opened: () => socket === this.#socket && this.#greet(),
      heard: (text) => socket === this.#socket && this.#hear(text),
      closed: (code, reason) => socket === this.#socket && this.#closed(code, reason),
    })
    this.#socket = socket
    this.#giveUpAfter(OPEN_WITHIN)
  }

  #greet(): void {
    this.#send({ type: 'hello', version: VERSION, page: this.#page, takesOver: this.#takesOver })
    this.#giveUpAfter(WELCOME_WITHIN)
  }

  #giveUpAfter(wait: Millis): void {
    this.#stopTimer()
    this.#stopTimer = this.#transport.after(wait, () => this.#lose(GIVEN_UP))
  }

  #tellAway(): void {
    if (!this.#isInLine) this.#events.state(this.#wasOpen ? 'reconnecting' : 'connecting', null, 0)
  }

  #hear(text: string): void {
    this.#heard = true
    const frame = readDownward(text)
    if (!frame) return this.#lose(CLOSED.bad)
    if (frame === 'unknown') return undefined
    if (frame.type === 'welcome' && !this.#isOpen) this.#opened()
    if (frame.type === 'welcome' || frame.type === 'audience') this.#spread = frame.spread ?? this.#spread
    if (frame.type === 'done') this.#settle(frame.ask, { done: true })
    else if (frame.type === 'found') this.#settle(frame.ask, { found: frame.found })
    else if (frame.type === 'refused') this.#settle(frame.ask, { why: frame.refusal, wait: frame.wait })
    else this.#events.frame(frame)
    return undefined
  }

  #opened(): void {
    this.#isOpen = true
    this.#wasOpen = true
    this.#takesOver = false
    this.#isInLine = false
    this.#hasSpread = false
    this.#events.state('open', null, 0)
    for (const { frame } of this.#asked.values()) this.#send(frame)
    this.#lookLater(() => this.#look())
  }

  #lookLater(look: () => void): void {
    this.#stopTimer()
    this.#heard = false
    this.#stopTimer = this.#transport.after(LOOK_EVERY, look)
  }

  /** After some silence, asks something cheap: silence after that means that the connection is dead. */
  #look(): void {
    // A connection that lasts resets the back-off; one that ends at once is not retried at once for ever.
    this.#wait = FIRST_WAIT
    if (this.#heard) return this.#lookLater(() => this.#look())
    this.#send({ type: 'find', ask: this.#nextAsk++, query: { type: 'ticket' } })
    return this.#lookLater(() => (this.#heard ? this.#look() : this.#lose(GIVEN_UP)))
  }

  /** Something has changed that makes a check, or another attempt, worthwhile now. */
  #hurry(): void {
    this.#wait = FIRST_WAIT
    // Whoever asks before the turn comes in no sooner.
    if (this.#isInLine) return
    if (!this.#socket) return this.#dial()
    if (!this.#isOpen) return
    this.#heard = false
    this.#look()
  }

  #settle(ask: number, answer: Answer): void {
    this.#asked.get(ask)?.settle(answer)
    this.#asked.delete(ask)
  }

  #giveUpAsks(which: (frame: Asked['frame']) => boolean): void {
    for (const { frame } of this.#asked.values()) if (which(frame)) this.#settle(frame.ask, { why: 'away' })
  }

  #send(frame: Upward): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  #closed(code: number, reason: string): void {
    const wasAlone = this.#isOpen && code !== RESTARTS
    this.#forget()
    const refusal = v.safeParse(Refusal, reason)
    if (code === CLOSED.replaced) return this.#end('replaced', null)
    if (code === CLOSED.version) return this.#end('outdated', null)
    if (code === CLOSED.noEntry) return this.#end('refused', refusal.success ? refusal.output : 'no-entry')
    const turn = code === CLOSED.full ? readTurn(reason) : null
    if (turn) return this.#waitInLine(turn)
    if (code === RESTARTS) {
      this.#spread = /^\d{1,6}$/.test(reason) ? Number(reason) : this.#spread
      this.#events.restarts()
    }
    this.#tellAway()
    this.#giveUpAsks((frame) => !mayWait(frame) && !isOnce(frame))
    // Everybody loses a server at the same moment; the spread and jitter keep them from coming back at the same moment. A single
    // connection that breaks may be one's own.
    const spread = wasAlone || this.#hasSpread ? 0 : this.#spread * this.#transport.chance()
    this.#hasSpread ||= !wasAlone
    this.#dialAfter(spread + this.#wait * (0.75 + this.#transport.chance() / 2))
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
    return undefined
  }

  /** [FULL-1] The server has said when to ask again. */
  #waitInLine({ place, wait }: Turn): void {
    this.#isInLine = true
    this.#wait = FIRST_WAIT
    this.#giveUpAsks((frame) => !mayWait(frame) && !isOnce(frame))
    this.#events.state('full', null, place)
    this.#dialAfter(wait)
  }

  #dialAfter(wait: Millis): void {
    this.#stopTimer = this.#transport.after(wait, () => this.#dial())
  }

  #end(state: Connection, refusal: Refusal | null): void {
    this.#isOver = true
    this.#isInLine = false
    this.#giveUpAsks(() => true)
    this.#events.state(state, refusal, 0)
  }

  #forget(): void {
    this.#stopTimer()
    this.#socket = null
    this.#isOpen = false
  }

  #close(code: number): void {
    const socket = this.#socket
    this.#forget()
    socket?.close(code)
  }

  /** The other side is gone without saying so, or cannot be understood. */
  #lose(code: number): void {
    if (!this.#socket) return
    this.#close(code)
    this.#closed(code, '')
  }
}

function readTurn(reason: string): Turn | null {
  try {
    return v.parse(Turn, JSON.parse(reason))
  } catch {
    return null
  }
}

/** Requests that may come late or twice: queries, joining, and taking back what is one's own. Nothing that turns something on. [MUTE-1] */
function mayWait(frame: Asked['frame']): boolean {
  if (frame.type !== 'do') return frame.type === 'find'
  return frame.command.type === 'join' || rateOf(frame.command) === 'selfReducing'
}

/** Requests that may be repeated even if they were done before, because the server does them once. [CHAT-19] */
function isOnce(frame: Asked['frame']): boolean {
  return frame.type === 'do' && frame.command.type === 'write' && frame.command.key !== null
}

function isFound<T extends Found['type']>(found: Found, type: T): found is Extract<Found, { type: T }> {
  return found.type === type
}
