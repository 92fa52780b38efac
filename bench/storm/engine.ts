import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { writeToAll } from './chat.ts'
import type { Load } from './load.ts'
import { LoadSocket } from './load-socket.ts'
import type { Member } from './member.ts'

// What a page says of itself when it enters LiveKit's signalling.
const CLIENT = 'protocol=16&sdk=js&version=2.23.0'
const MESSAGES = 3
// As the page: see call/connection/rejoin.ts.
const AGAIN = 1_000

/**
 * Everybody inside is in LiveKit's signalling, without media. LiveKit is killed, and the host writes while the server starts it
 * again and everybody comes back. Gives how long a message took before and meanwhile, and until all were back, in ms.
 */
export async function killEngine(load: Load) {
  const ways = await Promise.all(load.inside.map(async (member) => await opens(load, member)))
  const calm = await writeToAll(load, MESSAGES)
  const started = performance.now()
  const back = load.inside.map(async (member, n) => {
    await new Promise<void>((closed) => {
      const way = ways[n]
      if (way) way.closed = () => closed()
    })
    return await comesBack(load, member)
  })
  await load.server.longestStall()
  process.kill(childOf(load.server.pid), 'SIGKILL')
  const meanwhile = await writeToAll(load, MESSAGES)
  const again = await Promise.all(back)
  const all = Math.round(performance.now() - started)
  for (const way of again) way.cut()
  return { calm, meanwhile, all }
}

async function comesBack(load: Load, member: Member): Promise<LoadSocket> {
  for (;;) {
    await wait(AGAIN * (0.5 + Math.random()))
    const way = await opens(load, member).catch(() => null)
    if (way) return way
  }
}

async function opens({ place }: Load, member: Member): Promise<LoadSocket> {
  const path = `/rtc?access_token=${await member.ticket()}&${CLIENT}`
  return await LoadSocket.open({ port: place.port, path, cookie: '', from: member.who.from })
}

/** The only process that a process has started (proc(5)). */
function childOf(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return Number(child)
}
