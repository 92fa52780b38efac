import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Command } from '../../protocol/commands.ts'
import { VERSION } from '../../protocol/version.ts'

/** What carries a client's frames. `closed` is called once, with the close code; 1006 where there was none. */
export type ClientSocket = {
  heard: (text: string) => void
  closed: (code: number) => void
  say(frame: object): void
  /** As a page that is closed. */
  leave(): void
  /** Without a goodbye. */
  cut(): void
}

/** The path of a room's socket. */
export const socketPath = (room: string): string => `/api/rooms/${room}/socket`

/** An answer: `done`, `found`, or `refused` with the reason. */
export type Answer = { type: string; refusal?: string | undefined }

type Waiting<T> = { settle: (what: T) => void; fail: (fault: Error) => void }

const Answered = v.looseObject({ type: v.string(), ask: v.number(), refusal: v.optional(v.string()) })

/** One connection to a room that no browser has: of a bot, or of a load. It reads of what comes only as much as it has to know. */
export class RoomClient<Socket extends ClientSocket> {
  readonly socket: Socket
  readonly #answers = new Map<number, Waiting<Answer>>()
  #asked = 0
  #isInside = false
  /** Why nothing can be asked any more. */
  #over: Error | null = null
  #welcomed: Waiting<string> | null = null
  /** Called with every frame that is neither a welcome nor an answer, as text. */
  heard: (text: string) => void = () => {}
  /** Called once, with the close code, when the connection is gone. */
  gone: (code: number) => void = () => {}

  constructor(socket: Socket) {
    this.socket = socket
    socket.heard = (text) => this.#hear(text)
    socket.closed = (code) => this.#end(code)
  }

  /** Says hello. Resolves when welcomed at the door, or inside where the place was kept. */
  async hello(): Promise<void> {
    const welcomed = this.welcomed()
    this.socket.say({ type: 'hello', version: VERSION, page: PAGE, takesOver: false })
    this.#isInside = isInside(await welcomed)
  }

  /** Says hello, and joins where the place was not kept. Resolves when inside. */
  async enter(): Promise<void> {
    await this.hello()
    if (!this.#isInside) await Promise.all([this.welcomed(), this.requestEntry()])
  }

  /** Asks to come in. Resolves when that is stored: a locked room lets nobody in yet. */
  async requestEntry(): Promise<void> {
    await this.does({ type: 'join', page: PAGE })
  }

  /** The next welcome, as text. */
  async welcomed(): Promise<string> {
    return await new Promise((settle, fail) => {
      this.#welcomed = { settle, fail }
    })
  }

  /** Asks for what has to be done; throws with the refusal where it is refused. */
  async does(command: Command): Promise<void> {
    const { type, refusal } = await this.asks(command)
    if (type !== 'done') throw new Error(`${command.type}: ${refusal}`)
  }

  /** Asks for something. Throws where the connection ends before the answer, or has ended. */
  async asks(command: Command): Promise<Answer> {
    return await this.request({ type: 'do', command })
  }

  /** Sends a frame that is answered. Throws as `asks`. */
  protected async request(frame: object): Promise<Answer> {
    if (this.#over) throw this.#over
    const ask = (this.#asked += 1)
    return await new Promise((settle, fail) => {
      this.#answers.set(ask, { settle, fail })
      this.socket.say({ ...frame, ask })
    })
  }

  #hear(text: string): void {
    if (text.startsWith('{"type":"welcome"')) {
      this.#welcomed?.settle(text)
      this.#welcomed = null
    } else if (ANSWER.test(text)) {
      const { ask, ...answer } = v.parse(Answered, JSON.parse(text))
      this.#answers.get(ask)?.settle(answer)
      this.#answers.delete(ask)
    } else this.heard(text)
  }

  #end(code: number): void {
    const fault = new Error(`The connection was closed with ${code}.`)
    this.#over = fault
    this.#welcomed?.fail(fault)
    for (const { fail } of this.#answers.values()) fail(fault)
    this.#answers.clear()
    this.gone(code)
  }
}

/** Whether a welcome is one to somebody inside. */
export function isInside(welcome: string): boolean {
  return welcome.includes('"inside":true')
}

const ANSWER = /^\{"type":"(?:done|refused|found)"/
/** One page for all: what a server keeps by page it keeps by person too. */
export const PAGE = randomBytes(16).toString('base64url')
