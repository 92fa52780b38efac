import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Command } from '../../src/protocol/commands.ts'
import type { Query } from '../../src/protocol/queries.ts'
import { VERSION } from '../../src/protocol/version.ts'
import type { Known } from './crowd.ts'
import { LoadSocket } from './load-socket.ts'

/** Where the room is. */
export type Place = { port: number; room: string }

type Answer = { type: string; refusal?: string }

const Answered = v.looseObject({ type: v.string(), ask: v.number(), refusal: v.optional(v.string()) })

/** Somebody of the crowd with a connection. What comes is read only as far as the load has to know it. */
export class Member {
  readonly who: Known
  readonly socket: LoadSocket
  readonly #answers = new Map<number, (answer: Answer) => void>()
  #asked = 0
  #welcomed: ((text: string) => void) | null = null
  /** Called with every frame that is neither a welcome nor an answer, as text. */
  heard: (text: string) => void = () => {}

  private constructor(who: Known, socket: LoadSocket) {
    this.who = who
    this.socket = socket
    socket.heard = (text) => this.#hear(text)
  }

  /** Connects and says hello. Resolves when welcomed at the door, or inside where the place was kept. */
  static async connect({ port, room }: Place, who: Known): Promise<Member> {
    const { cookie, from } = who
    const socket = await LoadSocket.open({ port, path: `/api/rooms/${room}/socket`, cookie, from })
    const member = new Member(who, socket)
    await member.#hello()
    return member
  }

  /** Connects and joins. Resolves when inside. */
  static async join(place: Place, who: Known): Promise<Member> {
    const member = await Member.connect(place, who)
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
export const PAGE = randomBytes(16).toString('base64url')
