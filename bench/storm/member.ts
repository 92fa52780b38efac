import * as v from 'valibot'
import { RoomClient, socketPath } from '../../src/server/rehearse/room-client.ts'
import type { Known } from './crowd.ts'
import { LoadSocket } from './load-socket.ts'

const Ticket = v.object({ found: v.object({ token: v.string() }) })

/** Where the room is. */
export type Place = { port: number; room: string }

/** Somebody of the crowd with a connection. */
export class Member extends RoomClient<LoadSocket> {
  readonly who: Known

  private constructor(who: Known, socket: LoadSocket) {
    super(socket)
    this.who = who
  }

  /** Connects and says hello. Resolves when welcomed at the door, or inside where the place was kept. */
  static async connect(place: Place, who: Known): Promise<Member> {
    const member = await Member.#open(place, who)
    await member.hello()
    return member
  }

  /** Connects, and joins where the place was not kept. Resolves when inside. */
  static async join(place: Place, who: Known): Promise<Member> {
    const member = await Member.#open(place, who)
    await member.enter()
    return member
  }

  /** Connects and asks to come in. Resolves when that is stored: a locked room lets nobody in yet. */
  static async knock(place: Place, who: Known): Promise<Member> {
    const member = await Member.connect(place, who)
    await member.requestEntry()
    return member
  }

  /** A ticket of this moment, to the media. */
  async ticket(): Promise<string> {
    const { found } = v.parse(Ticket, await this.request({ type: 'find', query: { type: 'ticket' } }))
    return found.token
  }

  static async #open({ port, room }: Place, who: Known): Promise<Member> {
    const { cookie, from } = who
    return new Member(who, await LoadSocket.open({ port, path: socketPath(room), cookie, from }))
  }
}
