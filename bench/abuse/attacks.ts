/** A process of its own that abuses a server in one way until it is told to stop. `abuse.ts` starts it; an attack is a function. */
import { connect, type Socket } from 'node:net'
import { setPriority } from 'node:os'
import { setTimeout as rest } from 'node:timers/promises'
import type { Command } from '../../src/protocol/commands.ts'
import { VERSION } from '../../src/protocol/version.ts'
import type { Known } from '../storm/crowd.ts'
import { LoadSocket } from '../storm/load-socket.ts'
import { PAGE } from '../../src/server/rehearse/room-client.ts'
import { Member, type Place } from '../storm/member.ts'

export type Attack = keyof typeof ATTACKS
export type Order = { attack: Attack; place: Place; people: Known[] }

// Of an address that nobody else comes from.
const FROM = '127.0.9.9'
const FLOOD = 200
let done = 0

const ATTACKS = {
  /** One viewer who says hello again and again, and dials again when cut. */
  helloFlood: async ({ place, people: [one] }: Order) => {
    if (one)
      await again(async () => {
        const socket = await opens(place, one)
        const closed = new Promise((over) => (socket.closed = over))
        for (let n = 0; n < FLOOD; n++) socket.say({ type: 'hello', version: VERSION, page: PAGE, takesOver: false })
        done += FLOOD
        await closed
      })
  },
  joinAndLeave: async (order: Order) =>
    await floods(order, ({ n }) => (n % 2 ? { type: 'join', page: PAGE } : { type: 'leave' })),
  stageToggle: async (order: Order) =>
    await floods(order, ({ n }) =>
      n % 2 ? { type: 'leaveStage' } : { type: 'goOnStage', microphone: true, camera: true },
    ),
  reactions: async (order: Order) => await floods(order, () => ({ type: 'react', reactions: { clap: 10 } })),
  chat: async (order: Order) =>
    await floods(order, ({ n }) => ({
      type: 'write',
      text: `Message ${n} `.repeat(50),
      to: null,
      reply: null,
      key: null,
    })),
  refusedCommands: async (order: Order) => await floods(order, () => ({ type: 'endSession' })),
  /** Sixteen kilobytes each, as large as a frame may be. */
  bigFrames: async ({ place, people: [one] }: Order) => {
    if (one)
      await again(async () => {
        const socket = await opens(place, one)
        const closed = new Promise((over) => (socket.closed = over))
        for (let n = 0; n < FLOOD; n++)
          socket.say({ type: 'find', ask: n, query: { type: 'ticket' }, more: 'x'.repeat(16_000) })
        done += FLOOD
        await closed
      })
  },
  /** Two thousand connections from fifty addresses that send half of a head: fewer than are cut. */
  halfOpen: async (order: Order) => await halfOpen(order, 2_000),
  /** Ten thousand, of which the oldest are cut, and come again at once. */
  manyHalfOpen: async (order: Order) => await halfOpen(order, 10_000),
  /** Five hundred bodies and five hundred heads that come byte by byte. */
  slowWriters: async ({ place }: Order) => {
    const head =
      'POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n'
    await manyTimes(
      1_000,
      async (n) => await holds(place, FROM, [...(n % 2 ? [head] : []), ...HALF_A_HEAD.repeat(20).split('')], 100),
    )
  },
  /** Fifty who are inside and read nothing any more. */
  slowReaders: async ({ place, people }: Order) => {
    for (const who of people.slice(0, 50)) {
      const member = await Member.connect(place, who)
      await member.does({ type: 'join', page: PAGE })
      member.socket.stopReading()
      done += 1
    }
  },
  /** Upgrades of a stranger from one address, as many as it can. */
  upgradeFlood: async ({ place }: Order) => {
    const stranger = { cookie: '', from: FROM }
    await manyTimes(FLOOD, async () => {
      const socket = await opens(place, stranger).catch(() => null)
      done += 1
      if (socket) socket.cut()
      else await rest(1)
    })
  },
  /** Requests from one address over a hundred connections, as many as it can. */
  requestFlood: async ({ place }: Order) => {
    await manyTimes(100, async () => await requests(place))
  },
} as const

const HALF_A_HEAD = 'GET / HTTP/1.1\r\nHost: localhost\r\nX-More: x'

async function halfOpen({ place }: Order, many: number): Promise<void> {
  await manyTimes(many, async (n) => await holds(place, `127.0.8.${1 + (n % 50)}`, [HALF_A_HEAD], 60_000))
}

/** One person who asks for one thing after the other without waiting, and dials again when cut. */
async function floods({ place, people: [one] }: Order, commandOf: (at: { n: number }) => Command): Promise<void> {
  if (!one) return
  await again(async () => {
    const member = await Member.connect(place, one)
    const closed = new Promise<boolean>((over) => (member.gone = () => over(true)))
    // Who was cut is inside still.
    await member.does({ type: 'join', page: PAGE }).catch(() => {})
    for (let n = 0; ; n++) {
      member.socket.say({ type: 'do', ask: 1_000_000 + n, command: commandOf({ n }) })
      done += 1
      // A thousand a second from one person.
      if (n % 10 === 0 && (await Promise.race([closed, rest(10, false)]))) return
    }
  })
}

async function opens({ port, room }: Place, { cookie, from }: Pick<Known, 'cookie' | 'from'>): Promise<LoadSocket> {
  return await LoadSocket.open({ port, path: `/api/rooms/${room}/socket`, cookie, from })
}

async function manyTimes(many: number, does: (n: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: many }, async (_, n) => await again(async () => await does(n))))
}

/** For ever; what fails is tried again. */
async function again(does: () => Promise<void>): Promise<void> {
  for (;;) {
    await does().catch(async () => await rest(100))
    await rest(1)
  }
}

/** Sends these pieces, so many ms apart, until the server ends the connection. */
async function holds({ port }: Place, from: string, pieces: string[], apart: number): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from })
  const closed = ended(socket)
  done += 1
  for (const piece of pieces) {
    socket.write(piece)
    if (await Promise.race([closed, rest(apart, false)])) return
  }
  await closed
}

async function requests({ port }: Place): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: FROM })
  const closed = ended(socket)
  const ask = () => {
    done += 1
    socket.write('GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n')
  }
  socket.on('data', ask)
  ask()
  await closed
}

async function ended(socket: Socket): Promise<boolean> {
  socket.on('error', () => {})
  return await new Promise((over) => socket.once('close', () => over(true)))
}

// On a machine of few cores what attacks is not to take the time of what is attacked: elsewhere it is another machine.
setPriority(15)
process.on('message', (order: Order) => {
  void ATTACKS[order.attack](order)
})
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => {
  process.send?.({ done })
  process.disconnect?.()
})
