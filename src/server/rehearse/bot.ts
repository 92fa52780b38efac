import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import type { Command } from '../../protocol/commands.ts'
import { Refused, RoomMade } from '../../protocol/http.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { Reaction, type Millis } from '../../protocol/types.ts'
import { openBotSocket } from './bot-socket.ts'
import { RoomClient, type ClientSocket } from './room-client.ts'

/** Where bots come in: the server, and the token of an invite link. */
export type Entrance = { server: URL; link: string }

// Livelier than people are: what a bot costs is rather too much than too little.
const BETWEEN_ACTS = { least: 4_000, most: 16_000 }
const HAND_UP = { least: 4_000, most: 12_000 }
const AWAY = { least: 500, most: 4_000 }
// One in so many raises a hand as soon as it is inside, so that there is something to see.
const EAGER = 10

const Welcome = v.looseObject({ you: v.looseObject({ id: v.string() }) })
/** With these answers a bot has nothing more to do here. */
const OVER: readonly string[] = ['not-in-room', 'session-ended', 'no-entry', 'removed'] satisfies Refusal[]

/** A bot was not let in; the message says why, by its refusal. */
export class EntryFault extends Error {}

/** A viewer of a rehearsal: comes by an invite link, raises a hand, reacts, writes, is cut off and comes back. */
export class Bot {
  readonly #n: number
  readonly #connect: () => Promise<RoomClient<ClientSocket>>
  readonly #raised: (took: Millis) => void
  #client: RoomClient<ClientSocket>
  #id: string

  private constructor(
    n: number,
    id: string,
    client: RoomClient<ClientSocket>,
    connect: () => Promise<RoomClient<ClientSocket>>,
    raised: (took: Millis) => void,
  ) {
    this.#n = n
    this.#id = id
    this.#client = client
    this.#connect = connect
    this.#raised = raised
  }

  /** Enters and joins as bot `n`, from 1. `raised` is told how long each hand took. Throws EntryFault where it is not let in. */
  static async join({ server, link }: Entrance, n: number, raised: (took: Millis) => void): Promise<Bot> {
    const answer = await fetch(new URL(`/api/links/${link}`, server), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ name: `Bot ${n}`, bot: true }),
    })
    const body: unknown = await answer.json()
    if (!answer.ok) throw new EntryFault(v.parse(Refused, body).refusal)
    const { room } = v.parse(RoomMade, body)
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const connect = async () => {
      const client = new RoomClient(await openBotSocket(server, cookie, room))
      await client.hello()
      return client
    }
    const client = await connect()
    const [welcome] = await Promise.all([client.welcomed(), client.requestEntry()])
    return new Bot(n, v.parse(Welcome, JSON.parse(welcome)).you.id, client, connect, raised)
  }

  /** Does what viewers do, until the room has no place for it any more, or its connection is lost for good. */
  async run(): Promise<void> {
    try {
      if (this.#n % EAGER === 1) await this.#raiseHand()
      for (;;) {
        await between(BETWEEN_ACTS)
        await this.#act()
      }
    } catch {
      // Its part is over.
      this.#client.socket.cut()
    }
  }

  async #act(): Promise<void> {
    const dice = Math.random()
    if (dice < 0.5) return await this.#react()
    if (dice < 0.75) return await this.#raiseHand()
    if (dice < 0.85) return await this.#write()
    return await this.#dropOut()
  }

  async #react(): Promise<void> {
    const each = Reaction.options[Math.floor(Math.random() * Reaction.options.length)] ?? 'clap'
    await this.#ask({ type: 'react', reactions: { [each]: 1 } })
  }

  async #write(): Promise<void> {
    await this.#ask({ type: 'write', text: `Bot ${this.#n}: 👋`, to: null, reply: null, key: null })
  }

  /** A hand that is refused, as where everybody may go on stage, took no commit and is not counted. */
  async #raiseHand(): Promise<void> {
    const asked = performance.now()
    if (!(await this.#ask({ type: 'raiseHand' }))) return
    this.#raised(performance.now() - asked)
    await between(HAND_UP)
    await this.#ask({ type: 'lowerHand', person: this.#id })
  }

  /** Is cut off, and finds its place again. [PRESENCE-1] */
  async #dropOut(): Promise<void> {
    this.#client.socket.cut()
    await between(AWAY)
    this.#client = await this.#connect()
  }

  /** Asks for something, and tells whether it was done. Throws where the answer says that all is over. */
  async #ask(command: Command): Promise<boolean> {
    const { type, refusal } = await this.#client.asks(command)
    if (refusal !== undefined && OVER.includes(refusal)) throw new EntryFault(refusal)
    return type === 'done'
  }
}

async function between({ least, most }: { least: Millis; most: Millis }): Promise<void> {
  await wait(least + Math.random() * (most - least))
}
