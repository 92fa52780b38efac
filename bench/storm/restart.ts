import { setTimeout as wait } from 'node:timers/promises'
import { returnSpread } from '../../src/server/realtime/return-spread.ts'
import { spread } from '../spread.ts'
import { spent, type Load } from './load.ts'
import { Member, type Place } from './member.ts'

// As the page: see call/connection.
const FIRST_WAIT = 300
const LONGEST_WAIT = 5_000

/** Kills the server and starts it again; everybody inside comes back as their page would. Gives when each was, in ms from the end. */
export async function killAndReturn(load: Load) {
  const { server, place, inside, host } = load
  const refused: string[] = []
  const spreadOver = returnSpread(inside.length)
  const times: number[] = []
  let ready = 0
  const used = await spent(server, async () => {
    const started = performance.now()
    const back = [host, ...inside].map(
      async (member) =>
        await new Promise<Member>((returned) => {
          member.gone = () => void comesBack(place, member, refused, spreadOver).then(returned)
        }).then((again) => {
          times.push(performance.now() - started)
          return again
        }),
    )
    await server.crash()
    ready = performance.now() - started
    const [first, ...rest] = await Promise.all(back)
    if (first) load.host = first
    load.inside = rest
  })
  return {
    ...spread(times),
    ready: Math.round(ready),
    load: Math.round(used.loadCpu),
    refused: refused.length,
    why: refused[0],
  }
}

/** Dials again until the server is there, as a page does: not all at the same moment [AWAY-5]. A no of the server's is noted. */
async function comesBack(place: Place, { who }: Member, refused: string[], spreadOver: number): Promise<Member> {
  for (let pause = FIRST_WAIT; ; pause = Math.min(LONGEST_WAIT, pause * 2)) {
    const isSecond = pause === FIRST_WAIT * 2
    await wait(pause * (0.75 + Math.random() / 2) + (isSecond ? spreadOver * Math.random() : 0))
    const member = await Member.connect(place, who).catch((fault: unknown) => {
      const why = String(fault)
      // Nobody listens yet.
      if (!why.endsWith('refused: ')) refused.push(why)
      return null
    })
    if (member) return member
  }
}
