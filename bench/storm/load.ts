import { setTimeout as wait } from 'node:timers/promises'
import type { Crowd, Known } from './crowd.ts'
import { Member, type Place } from './member.ts'
import type { LoadedServer } from './server.ts'

type Enter = (place: Place, who: Known) => Promise<Member>

// How many a load brings in at the same time: a door of a hall, not one after the other.
const AT_ONCE = 200

/** A server with a crowd: its host, those who are inside, and those who may come yet. */
export type Load = {
  server: LoadedServer
  place: Place
  host: Member
  inside: Member[]
  others: Known[]
}

/** Brings in the host alone. */
export async function begin(server: LoadedServer, crowd: Crowd): Promise<Load> {
  const place: Place = { port: server.port, room: crowd.room }
  const [host, ...others] = crowd.people
  if (!host) throw new Error('nobody hosts')
  return { server, place, host: await Member.join(place, host), inside: [], others }
}

/** Brings in so many of those who may come, as fast as they get in, each by `enter`. Gives who got in, and why others did not. */
export async function bringIn(
  load: Load,
  many: number,
  enter: Enter = async (place, who) => await Member.join(place, who),
) {
  const members: Member[] = []
  const refused: string[] = []
  const rest = load.others.splice(0, many).values()
  const one = async () => {
    for (const who of rest)
      await enter(load.place, who).then(
        (member) => members.push(member),
        (fault: unknown) => refused.push(String(fault)),
      )
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return { members, refused }
}

/** What some work took: in ms of the clock, and of processor time here and there; and how long the server's loop stood still at most. */
export async function spent(server: LoadedServer, work: () => Promise<void>) {
  await server.longestStall()
  const [before, own, started] = [server.used(), process.cpuUsage(), performance.now()]
  await work()
  const took = performance.now() - started
  const [after, load] = [server.used(), process.cpuUsage(own)]
  return {
    took,
    serverCpu: after.cpu - before.cpu,
    loadCpu: (load.user + load.system) / 1_000,
    stall: await server.longestStall(),
  }
}

/** Does something so many times, every so many ms, whether what was begun before is done or not; resolves when all is. */
export async function paced(times: number, every: number, what: (n: number) => Promise<void>): Promise<void> {
  const started = performance.now()
  const begun: Promise<void>[] = []
  for (let n = 0; n < times; n++) {
    await wait(Math.max(0, started + n * every - performance.now()))
    begun.push(what(n))
  }
  await Promise.all(begun)
}
