import { setTimeout as rest } from 'node:timers/promises'
import * as v from 'valibot'
import { CLOSED } from '../../src/protocol/frames.ts'
import { LinkPage, Links, RoomMade, RoomPage } from '../../src/protocol/http.ts'
import { Member, type Place } from '../storm/member.ts'

// All that come at once.
const FROM = '127.0.0.1'

/** So many who were never here enter a new room at the same moment, all from one address: guest's cookie, link, name, socket, join. */
export async function entersHall(port: number, many: number) {
  const site = `http://localhost:${port}`
  const host = await asks(site, '/api/rooms', '', { name: 'Hall', host: 'Hana Weber', mode: 'webinar' })
  const { room } = v.parse(RoomMade, host.body)
  const page = v.parse(RoomPage, (await asks(site, `/api/rooms/${room}`, host.cookie)).body)
  const link = new URL(v.parse(Links, page.links).viewer).pathname.replace('/i/', '/api/links/')
  const place = { port, room }
  await Member.join(place, { id: '', name: '', cookie: host.cookie, from: FROM })
  const started = performance.now()
  const refused: string[] = []
  const enter = async (n: number) => {
    const { cookie } = await asks(site, '/api/guest', '')
    await asks(site, '/api/guest', cookie)
    v.parse(LinkPage, (await asks(site, link, cookie)).body)
    v.parse(RoomMade, (await asks(site, link, cookie, { name: `Pupil ${n}` })).body)
    await comesIn(place, cookie)
  }
  await Promise.all(
    Array.from({ length: many }, async (_, n) => await enter(n).catch((fault: unknown) => refused.push(String(fault)))),
  )
  const seconds = Math.round((performance.now() - started) / 100) / 10
  return { entered: many - refused.length, refused: refused.length, why: refused[0], seconds }
}

/** Joins; where the server is full, as a page in line that asks again. */
async function comesIn(place: Place, cookie: string): Promise<void> {
  await Member.join(place, { id: '', name: '', cookie, from: FROM }).catch(async (fault: unknown) => {
    if (!String(fault).includes(String(CLOSED.full))) throw fault
    await rest(2_000)
    await comesIn(place, cookie)
  })
}

async function asks(site: string, path: string, cookie: string, body?: object) {
  const json = { 'content-type': 'application/json', origin: site }
  const answer = await fetch(new URL(path, site), {
    headers: { cookie, ...(body && json) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  return { body: await answer.json(), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie }
}
