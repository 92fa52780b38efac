import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Command } from '../../protocol/commands.ts'
import type { Query } from '../../protocol/queries.ts'
import { VERSION } from '../../protocol/version.ts'

/** What somebody's connection does, whatever carries it. `closed` is called once, with the close code; 1006 where there was none. */
export type MemberSocket = {
  heard: (text: string) => void
  closed: (code: number) => void
  say(frame: object): void
  /** As a page that is closed. */
  leave(): void
  /** Without a goodbye. */
  cut(): void
}

/** Opens somebody's connection to a path of the server; rejects where the server does not agree. */
export type Open = (path: string) => Promise<MemberSocket>

type Answer = { type: string; refusal?: string }

const Answered = v.looseObject({ type: v.string(), ask: v.number(), refusal: v.optional(v.string()) })

/** Somebody of a load, or of a rehearsal, with a connection. What comes is read only as far as that has to know it. */
export class Member {
  readonly socket: MemberSocket
  /** The page that it speaks for. */
  readonly page = PAGE
  readonly #answers = new Map<number, (answer: Answer) => void>()
  #asked = 0
  #welcomed: ((text: string) => void) | null = null
  /** Called with every frame that is neither a welcome nor an answer, as text. */
  heard: (text: string) => void = () => {}

  private constructor(socket: MemberSocket) {
    this.socket = socket
    socket.heard = (text) => this.#hear(text)
  }

  /** Connects and says hello. Resolves when welcomed at the door, or inside where the place was kept. */
  static async connect(room: string, open: Open): Promise<Member> {
    const member = new Member(await open(`/api/rooms/${room}/socket`))
    await member.#hello()
    return member
  }

  /** Connects and joins. Resolves when inside. */
  static async join(room: string, open: Open): Promise<Member> {
    const member = await Member.connect(room, open)
    const inside = member.welcomed()
    await member.does({ type: 'join', page: PAGE })
    await inside
    return member
  }

  /** The next welcome. */
  async welcomed(): Promise<string> {
    return await new Promise((resolve, reject) => {
      this.#welcomed = resolve
      this.socket.closed = (code) => reject(new Error(`closed with ${code}`))
    })
  }

  async asks(command: Command): Promise<Answer> {
    return await this.#ask({ type: 'do', command })
  }

  async finds(query: Query): Promise<Answer> {
    return await this.#ask({ type: 'find', query })
  }

  /** Asks for what has to be done. */
  async does(command: Command): Promise<void> {
    const { type, refusal } = await this.asks(command)
    if (type !== 'done') throw new Error(`${command.type}: ${refusal}`)
  }

  async #hello(): Promise<void> {
    const welcomed = this.welcomed()
    this.socket.say({ type: 'hello', version: VERSION, page: PAGE, takesOver: false })
    await welcomed
  }

  async #ask(what: object): Promise<Answer> {
    const ask = (this.#asked += 1)
    return await new Promise((resolve) => {
      this.#answers.set(ask, resolve)
      this.socket.say({ ...what, ask })
    })
  }

  #hear(text: string): void {
    if (text.startsWith('{"type":"welcome"')) {
      this.#welcomed?.(text)
      this.#welcomed = null
    } else if (ANSWER.test(text)) {
      const { ask, ...answer } = v.parse(Answered, JSON.parse(text))
      this.#answers.get(ask)?.(answer)
      this.#answers.delete(ask)
    } else this.heard(text)
  }
}

const ANSWER = /^\{"type":"(?:done|refused|found)"/
const PAGE = randomBytes(16).toString('base64url')
