import * as v from 'valibot'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Command } from '../../src/protocol/commands.ts'
import type { Event, Told } from '../../src/protocol/events.ts'
import { Downward, type Upward } from '../../src/protocol/frames.ts'
import type { NotesAsk } from '../../src/protocol/notes.ts'
import type { Found, Query } from '../../src/protocol/queries.ts'
import type { Refusal } from '../../src/protocol/refusals.ts'
import { VERSION } from '../../src/protocol/version.ts'

export type Frame<T extends Downward['type']> = Extract<Downward, { type: T }>

let pages = 0

/** A page of its own: no two are the same. */
export function newPage(): string {
  pages += 1
  return `page-${pages}`.padEnd(22, '_')
}

/** A real connection to a room, of a browser that says and hears what a test wants. */
export class Caller {
  readonly #raw: WebSocket
  readonly page: string
  /** Every frame that came, in order. */
  readonly frames: Downward[] = []
  /** The code and the words with which the connection ended. */
  readonly closed: Promise<{ code: number; why: string }>
  #ask = 0
  #look: (() => void)[] = []

  private constructor(raw: WebSocket, page: string) {
    this.#raw = raw
    this.page = page
    raw.on('message', (data: Buffer) => {
      this.frames.push(v.parse(Downward, JSON.parse(data.toString('utf8'))))
      this.#woken()
    })
    this.closed = new Promise((gone) => {
      raw.on('close', (code, why) => {
        gone({ code, why: why.toString('utf8') })
        this.#woken()
      })
    })
  }

  /** Opens a connection that has said nothing yet. Rejects with the status of a refusal. */
  static async open(url: string, headers: Record<string, string>, page = newPage()): Promise<Caller> {
    const raw = new WebSocket(url, { headers })
    const caller = new Caller(raw, page)
    await once(raw, 'open')
    raw.on('error', () => {})
    return caller
  }

  /** Keeps nothing of what came, and reads nothing more, as one of a crowd that only receives. */
  forgets(): void {
    this.frames.length = 0
    this.#raw.removeAllListeners('message')
    this.#raw.on('message', () => {})
  }

  /** Says hello; gives the welcome. */
  async hello(version = VERSION, takesOver = false): Promise<Frame<'welcome'>> {
    const from = this.frames.length
    this.say({ type: 'hello', version, page: this.page, takesOver })
    return await this.frame('welcome', () => true, from)
  }

  /** Sends something, of the protocol or not. */
  say(frame: Upward | string | Buffer): void {
    this.#raw.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
  }

  /** Asks the room for something. Gives 'done', or why not. */
  async asks(command: Command): Promise<Refusal | 'done'> {
    const ask = this.#ask++
    this.say({ type: 'do', ask, command })
    const answer = await this.#answer(ask)
    return answer.type === 'refused' ? answer.refusal : 'done'
  }

  /** Says something of the notes. Gives 'done', or why not. */
  async notes(notes: NotesAsk): Promise<Refusal | 'done'> {
    const ask = this.#ask++
    this.say({ type: 'notes', ask, notes })
    const answer = await this.#answer(ask)
    return answer.type === 'refused' ? answer.refusal : 'done'
  }

  /** Does what must be allowed. */
  async does(command: Command): Promise<void> {
    const answer = await this.asks(command)
    if (answer !== 'done') throw new Error(`${command.type} was refused: ${answer}`)
  }

  /** Looks something up. Gives what was found, or why not. */
  async finds(query: Query): Promise<Found | Refusal> {
    const ask = this.#ask++
    this.say({ type: 'find', ask, query })
    const answer = await this.#answer(ask)
    if (answer.type === 'refused') return answer.refusal
    if (answer.type !== 'found') throw new Error(`a question was answered ${answer.type}`)
    return answer.found
  }

  /** The first frame of a type that fits, once it is there; looked for among those from `from` on. */
  async frame<T extends Downward['type']>(
    type: T,
    fits: (frame: Frame<T>) => boolean = () => true,
    from = 0,
  ): Promise<Frame<T>> {
    const isIt = (frame: Downward): frame is Frame<T> => frame.type === type && fits(frame as Frame<T>)
    return await this.#until(() => this.frames.slice(from).find(isIt))
  }

  /** The first event of a type that this browser is told and that fits. */
  async told<T extends Event['type']>(type: T, fits: (event: Told<T>) => boolean = () => true): Promise<Told<T>> {
    const isIt = (event: Event): event is Told<T> => event.type === type && fits(event as Told<T>)
    return await this.#until(() => this.events.find(isIt))
  }

  /** Every event that this browser was told. */
  get events(): Event[] {
    return this.frames.flatMap((frame) => (frame.type === 'told' ? frame.events : []))
  }

  /** Closes the page (1001), or goes without a word. */
  async goes(how: 'closed' | 'cut'): Promise<void> {
    if (how === 'closed') this.#raw.close(1001)
    else this.#raw.terminate()
    await this.closed
  }

  /** Hears nothing any more, like a laptop that was closed. */
  sleeps(): void {
    this.#raw.pause()
  }

  async #answer(ask: number): Promise<Frame<'done' | 'refused' | 'found'>> {
    const answers = (frame: Downward): frame is Frame<'done' | 'refused' | 'found'> =>
      (frame.type === 'done' || frame.type === 'refused' || frame.type === 'found') && frame.ask === ask
    return await this.#until(() => this.frames.find(answers))
  }

  async #until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      if (this.#raw.readyState === WebSocket.CLOSED) {
        const { code, why } = await this.closed
        throw new Error(`the connection was closed: ${code} ${why}`)
      }
      await new Promise<void>((woken) => this.#look.push(woken))
    }
  }

  #woken(): void {
    for (const look of this.#look.splice(0)) look()
  }
}
