import type { Crowd } from './crowd.ts'
import { Member } from '../../src/server/rehearse/member.ts'
import { LoadSocket } from './load-socket.ts'
import type { LoadedServer } from './server.ts'

// How many a load brings in at the same time: a door of a hall, not one after the other.
const AT_ONCE = 200

/** Brings people in as fast as they get in. Gives them, and what that took and cost. */
export async function joinAll(server: LoadedServer, room: string, people: Crowd['people']) {
  const before = server.used()
  const own = process.cpuUsage()
  const started = performance.now()
  const members: Member[] = []
  const refused: string[] = []
  const rest = people.values()
  const bringIn = async () => {
    for (const who of rest)
      await Member.join(room, async (path) => await LoadSocket.open({ port: server.port, path, ...who })).then(
        (member) => members.push(member),
        (fault: unknown) => refused.push(String(fault)),
      )
  }
  await Promise.all(Array.from({ length: AT_ONCE }, bringIn))
  const seconds = (performance.now() - started) / 1_000
  const after = server.used()
  const spent = process.cpuUsage(own)
  return {
    members,
    figures: {
      joined: members.length,
      refused: refused.length,
      why: refused[0],
      perSecond: Math.round(members.length / seconds),
      serverCpuMs: (after.cpu - before.cpu) / members.length,
      loadCpuMs: (spent.user + spent.system) / 1_000 / members.length,
      kBEach: (after.rss - before.rss) / members.length / 1_024,
    },
  }
}
