import { spread } from '../spread.ts'
import type { Crowd } from './crowd.ts'
import { spent, type Load } from './load.ts'
import { Member } from './member.ts'

const ASSET = /(?:src|href)="(\/[^"]+\.(?:js|css|woff2))"/g

/**
 * So many people who were never here open the link at the same moment, all from one address as in a hall: the page with what it loads
 * at first, their name, the socket. Gives when each was inside, in ms.
 */
export async function comeFromOneAddress(load: Load, { room, token }: Crowd, many: number) {
  const { server } = load
  const origin = `http://localhost:${server.port}`
  const times: number[] = []
  const refused: string[] = []
  const used = await spent(server, async () => {
    const started = performance.now()
    const one = async (n: number) => {
      const page = await (await fetch(`${origin}/i/${token}`)).text()
      const assets = [...page.matchAll(ASSET)].map(async ([, path]) => await (await fetch(origin + path)).arrayBuffer())
      await Promise.all(assets)
      const guest = await fetch(`${origin}/api/guest`)
      const cookie = guest.headers.get('set-cookie')?.split(';')[0] ?? ''
      await (await fetch(`${origin}/api/links/${token}`, { headers: { cookie } })).text()
      const entered = await fetch(`${origin}/api/links/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie },
        body: JSON.stringify({ name: `From the hall ${n}` }),
      })
      if (!entered.ok) throw new Error(`${entered.status} ${await entered.text()}`)
      await entered.text()
      await Member.join({ port: server.port, room }, { id: '', name: '', cookie, from: '127.0.0.1' })
      times.push(performance.now() - started)
    }
    const all = await Promise.allSettled(Array.from({ length: many }, async (_, n) => await one(n)))
    refused.push(...all.flatMap((each) => (each.status === 'rejected' ? String(each.reason) : [])))
  })
  return { ...spread(times), refused: refused.length, why: refused[0], cpu: used.serverCpu, stall: used.stall }
}
