import { setTimeout as wait } from 'node:timers/promises'
import { rounded } from '../spread.ts'
import type { Known } from './crowd.ts'
import { paced, spent, type Load } from './load.ts'
import { Member, type Place } from './member.ts'

/** So many come in a second, and as many go. */
export const COME_AND_GO = 100
const STAY = 1_000
/** Who has gone may not be back at once. */
export const CHURNING = 600

/**
 * People come and go for so many seconds while something is done, half of them by *Leave* and half by closing the page. Gives what a
 * viewer is sent meanwhile, in kB a second, and what it cost.
 */
export async function churn(load: Load, seconds: number, meanwhile: () => Promise<void>) {
  const { server, place, inside, others } = load
  const pool = others.slice(0, CHURNING)
  const before = bytesOf(inside)
  const used = await spent(server, async () => {
    const visits = paced(COME_AND_GO * seconds, 1_000 / COME_AND_GO, async (n) => await visit(place, pool, n))
    await Promise.all([visits, meanwhile()])
  })
  const kBEach = (bytesOf(inside) - before) / inside.length / 1_024 / (used.took / 1_000)
  return {
    kB: rounded(kBEach, 2),
    serverCpu: share(used.serverCpu, used.took),
    loadCpu: share(used.loadCpu, used.took),
    stall: used.stall,
  }
}

async function visit(place: Place, pool: readonly Known[], n: number): Promise<void> {
  const who = pool[n % pool.length]
  if (!who) throw new Error('nobody comes and goes')
  const member = await Member.join(place, who)
  await wait(STAY)
  if (n % 2 === 0) await member.does({ type: 'leave' })
  member.socket.leave()
}

function bytesOf(members: readonly Member[]): number {
  return members.reduce((sum, { socket }) => sum + socket.bytes, 0)
}

/** Of one core, in %. */
function share(cpu: number, took: number): number {
  return Math.round((100 * cpu) / took)
}
