import type { Command } from '../../protocol/commands.ts'
import { CLOSED, Downward, type Upward } from '../../protocol/frames.ts'
import type { Found, Query } from '../../protocol/queries.ts'
import { Refusal } from '../../protocol/refusals.ts'
import { VERSION } from '../../protocol/version.ts'
import type { Millis, RoomId } from '../../protocol/words.ts'
import type { Connection } from './live.ts'

/** What is told by the connection to its owner. */
export type Hearing = {
  frame(frame: Downward): void
  state(state: Connection, refusal: Refusal | null): void
}

const FIRST_WAIT: Millis = 250
const LONGEST_WAIT: Millis = 4_000
// A browser does not see the server's pings: only an answer tells that the other side is still there.
const PROBE_EVERY: Millis = 5_000
const ANSWER_WITHIN: Millis = 5_000

type Answer = { done: true } | { found: Found } | { refusal: Refusal }
type Waiting = { frame: Upward; settle: (answer: Answer) => void }

/** The socket to a room: opens again by itself, and answers every ask. Ends with `close`. */
export class RoomConnection {
  readonly #address: string
  readonly #page: string
  readonly #hearing: Hearing
  readonly #asked = new Map<number, Waiting>()
  #socket: WebSocket | null = null
  #nextAsk = 1
  #wait = FIRST_WAIT
  #again: ReturnType<typeof setTimeout> | null = null
  #probe: ReturnType<typeof setTimeout> | null = null
  #final = false
  #wasOpen = false

  constructor(room: RoomId, page: string, hearing: Hearing) {
    this.#address = `${location.origin.replace(/^http/, 'ws')}/api/rooms/${room}/socket`
    this.#page = page
    this.#hearing = hearing
    for (const event of ['online', 'pageshow'] as const) addEventListener(event, this.#hurry)
    document.addEventListener('visibilitychange', this.#hurry)
    addEventListener('offline', this.#lost)
    this.#open()
  }

  /** Asks for an act; resolves to null, or to why not. What was asked while away is asked again on coming back. */
  async act(command: Command): Promise<Refusal | null> {
    const answer = await this.#ask((ask) => ({ type: 'do', ask, command }))
    return 'refusal' in answer ? answer.refusal : null
  }

  /** Looks something up. */
  async find<T extends Found['type']>(query: Query & { type: T }): Promise<Extract<Found, { type: T }> | Refusal> {
    const answer = await this.#ask((ask) => ({ type: 'find', ask, query }))
    if ('refusal' in answer) return answer.refusal
    return 'found' in answer && isFound(answer.found, query.type) ? answer.found : 'bad-request'
  }

  /** Opens again after another window had taken over. */
  takeOver(): void {
    this.#final = false
    this.#open()
  }

  close(): void {
    this.#final = true
    for (const event of ['online', 'pageshow'] as const) removeEventListener(event, this.#hurry)
    document.removeEventListener('visibilitychange', this.#hurry)
    removeEventListener('offline', this.#lost)
    this.#drop(1000)
    for (const { settle } of this.#asked.values()) settle({ refusal: 'not-in-room' })
    this.#asked.clear()
  }

  async #ask(frameOf: (ask: number) => Upward): Promise<Answer> {
    const ask = this.#nextAsk++
    return await new Promise((settle) => {
      const frame = frameOf(ask)
      this.#asked.set(ask, { frame, settle })
      this.#send(frame)
    })
  }

  #open(): void {
    if (this.#again) clearTimeout(this.#again)
    this.#again = null
    if (this.#final || this.#socket) return
    this.#hearing.state(this.#wasOpen ? 'reconnecting' : 'connecting', null)
    const socket = new WebSocket(this.#address)
    this.#socket = socket
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ type: 'hello', version: VERSION, page: this.#page } satisfies Upward))
    })
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)))
    socket.addEventListener('close', ({ code, reason }) => {
      if (this.#socket === socket) this.#closed(code, reason)
    })
  }

  #receive(text: string): void {
    const parsed = Downward.safeParse(JSON.parse(text))
    if (!parsed.success) return this.#drop(CLOSED.bad)
    const frame = parsed.data
    if (frame.type === 'welcome' && !this.#isOpen) this.#opened()
    if (frame.type === 'done') this.#settle(frame.ask, { done: true })
    else if (frame.type === 'found') this.#settle(frame.ask, { found: frame.found })
    else if (frame.type === 'refused') this.#settle(frame.ask, { refusal: frame.refusal })
    else this.#hearing.frame(frame)
  }

  get #isOpen(): boolean {
    return this.#probe !== null
  }

  #opened(): void {
    this.#wasOpen = true
    this.#wait = FIRST_WAIT
    this.#hearing.state('open', null)
    // Every act is harmless when done twice, so whatever had no answer is asked again.
    for (const { frame } of this.#asked.values()) this.#socket?.send(JSON.stringify(frame))
    this.#watch()
  }

  #watch(): void {
    this.#probe = setTimeout(() => void this.#look(), PROBE_EVERY)
  }

  async #look(): Promise<void> {
    const late = setTimeout(this.#lost, ANSWER_WITHIN)
    await this.find({ type: 'ticket' })
    clearTimeout(late)
    if (this.#isOpen) this.#watch()
  }

  #settle(ask: number, answer: Answer): void {
    this.#asked.get(ask)?.settle(answer)
    this.#asked.delete(ask)
  }

  #send(frame: Upward): void {
    if (this.#isOpen && this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame))
  }

  #closed(code: number, reason: string): void {
    this.#forget()
    const refusal = Refusal.safeParse(reason)
    if (code === CLOSED.replaced) return this.#end('replaced', null)
    if (code === CLOSED.version) return this.#end('outdated', null)
    if (code === CLOSED.noEntry) return this.#end('refused', refusal.success ? refusal.data : 'no-entry')
    if (this.#final) return
    this.#hearing.state(this.#wasOpen ? 'reconnecting' : 'connecting', null)
    this.#again = setTimeout(() => this.#open(), this.#wait * (0.75 + Math.random() / 2))
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
  }

  #end(state: Connection, refusal: Refusal | null): void {
    this.#final = true
    this.#hearing.state(state, refusal)
  }

  #forget(): void {
    this.#socket = null
    if (this.#probe) clearTimeout(this.#probe)
    this.#probe = null
  }

  #drop(code: number): void {
    const socket = this.#socket
    this.#forget()
    socket?.close(code)
  }

  /** The other side is gone, although nobody said so. */
  readonly #lost = () => {
    if (!this.#socket) return
    this.#drop(4000)
    this.#closed(1006, '')
  }

  /** Something has changed that makes another try worth it now. */
  readonly #hurry = () => {
    if (document.visibilityState === 'hidden' || this.#socket) return
    this.#wait = FIRST_WAIT
    this.#open()
  }
}

function isFound<T extends Found['type']>(found: Found, type: T): found is Extract<Found, { type: T }> {
  return found.type === type
}
