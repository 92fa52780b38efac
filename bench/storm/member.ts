import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Command } from '../../src/protocol/commands.ts'
import { VERSION } from '../../src/protocol/version.ts'
import type { Known } from './crowd.ts'
import { LoadSocket } from './load-socket.ts'

/** Where the room is. */
export type Place = { port: number; room: string }

type Answer = { type: string; refusal?: string }
type Waiting<T> = { settle: (what: T) => void; fail: (fault: Error) => void }

const Answered = v.looseObject({ type: v.string(), ask: v.number(), refusal: v.optional(v.string()) })

/** Somebody of the crowd with a connection. What comes is read only as far as the load has to know it. */
export class Member {
  readonly who: Known
  readonly socket: LoadSocket
  readonly #answers = new Map<number, Waiting<Answer>>()
  #asked = 0
  #isInside = false
  #welcomed: Waiting<string> | null = null
  /** Called with every frame that is neither a welcome nor an answer, as text. */
  heard: (text: string) => void = () => {}
  /** Called once, with the close code, when the connection is gone. */
  gone: (code: number) => void = () => {}

  private constructor(who: Known, socket: LoadSocket) {
    this.who = who
    this.socket = socket
    socket.heard = (text) => this.#hear(text)
    socket.closed = (code) => this.#end(code)
  }

  /** Connects and says hello. Resolves when welcomed at the door, or inside where the place was kept. */
  static async connect({ port, room }: Place, who: Known): Promise<Member> {
    const { cookie, from } = who
    const socket = await LoadSocket.open({ port, path: `/api/rooms/${room}/socket`, cookie, from })
    const member = new Member(who, socket)
    await member.#hello()
    return member
  }

  /** Connects, and joins where the place was not kept. Resolves when inside. */
  static async join(place: Place, who: Known): Promise<Member> {
    const member = await Member.connect(place, who)
    if (member.#isInside) return member
    await Promise.all([member.welcomed(), member.does({ type: 'join', page: PAGE })])
    return member
  }

  /** Connects and asks to come in. Resolves when that is stored: a locked room lets nobody in yet. */
  static async knock(place: Place, who: Known): Promise<Member> {
    const member = await Member.connect(place, who)
    await member.does({ type: 'join', page: PAGE })
    return member
  }

  /** The next welcome. */
  async welcomed(): Promise<string> {
    return await new Promise((settle, fail) => {
      this.#welcomed = { settle, fail }
    })
  }

  /** Asks for what has to be done. */
  async does(command: Command): Promise<void> {
    const { type, refusal } = await this.#ask({ type: 'do', command })
    if (type !== 'done') throw new Error(`${command.type}: ${refusal}`)
  }

  async #hello(): Promise<void> {
    const welcomed = this.welcomed()
    this.socket.say({ type: 'hello', version: VERSION, page: PAGE, takesOver: false })
    this.#isInside = isInside(await welcomed)
  }

  async #ask(what: object): Promise<Answer> {
    const ask = (this.#asked += 1)
    return await new Promise((settle, fail) => {
      this.#answers.set(ask, { settle, fail })
      this.socket.say({ ...what, ask })
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
    const fault = new Error(`closed with ${code}`)
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
export const PAGE = randomBytes(16).toString('base64url')
