import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { hangUp, KEYS, signals, startLiveKit, type LiveKit } from '../../../test/media/livekit.ts'
import { ON_STAGE, SOON, WATCHES } from '../../../test/media/media.contract.ts'
import { raceRemovals } from '../../../test/media/removal-race.ts'
import { mei } from '../../../test/rules/people.ts'
import { Scene } from '../../../test/server/app-server.ts'
import type { PersonId, SessionId } from '../../protocol/types.ts'
import type { Grant } from '../../rules/stage/grants.ts'
import { newId } from '../secrets.ts'
import { createLiveKit } from './media.livekit.ts'

// Some 0.35 s each: `ROSTRUM_RACES=200 npx vitest run src/server/media/media-crowd.test.ts`
const RACES = Number(process.env['ROSTRUM_RACES'] ?? 20)

let livekit: LiveKit
beforeAll(async () => {
  livekit = await startLiveKit()
}, 30_000)
afterAll(async () => {
  await hangUp()
  await livekit.stop()
})

/** The way to LiveKit's API, which a test can cut, and which counts what is asked. */
async function givenWay() {
  const way = { isCut: false, asked: 0, most: 0, url: '' }
  let now = 0
  const server = createServer((request, answer) => {
    if (way.isCut) return void request.socket.destroy()
    const pass = async () => {
      if (request.method === 'POST') way.asked += 1
      way.most = Math.max(way.most, ++now)
      const body = request.method === 'POST' ? await text(request) : null
      const headers = {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      }
      const got = await fetch(`${livekit.media.url}${request.url}`, { method: request.method ?? 'GET', headers, body })
      now -= 1
      answer.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? '' }).end(await got.text())
    }
    pass().catch(() => answer.destroy())
    return undefined
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  way.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return way
}

test('[MEDIA-5] with 500 in the room an engine that was away is asked little, and whoever was removed meanwhile is out', async () => {
  const way = await givenWay()
  const media = await createLiveKit({ kind: 'remote', url: way.url, ...KEYS }, pino({ level: 'silent' }), 86_400_000)
  onTestFinished(async () => await media.stop())
  const grants = new Map<PersonId, Grant>()
  const ups: boolean[] = []
  const wanted = (_session: SessionId, person: PersonId) => grants.get(person) ?? null
  await media.start({ systemEvent: () => {}, up: (up) => ups.push(up), wanted })
  const session = newId()
  media.open(session)
  await media.opened(session)
  for (const person of Array.from({ length: 500 }, newId)) {
    grants.set(person, WATCHES)
    await media.token(session, person, WATCHES)
    media.converge(session, person)
  }
  grants.set(mei.id, ON_STAGE)
  expect(await signals(livekit.media.url, await media.token(session, mei.id, ON_STAGE))).toBe('open')
  await expect.poll(() => way.asked, { timeout: 15_000 }).toBeGreaterThan(500)
  expect(way.most).toBeLessThanOrEqual(20)
  way.isCut = true
  await expect.poll(() => media.isUp, SOON).toBe(false)
  grants.delete(mei.id)
  media.cut(session, mei.id)
  expect(await livekit.people(session)).toEqual([mei.id])
  way.asked = 0
  way.isCut = false
  await expect.poll(async () => await livekit.people(session), { timeout: 8_000 }).toEqual([])
  await expect.poll(() => ups, SOON).toEqual([false, true])
  expect(way.asked).toBeLessThan(20)
}, 30_000)

test(
  '[REMOVE-1] [MEDIA-5] whoever is removed at whatever moment of coming in receives nothing 2 s later, with a client that obeys nobody',
  async () => {
    const scene = await Scene.open({ media: livekit.media })
    livekit.reportsTo(scene.url)
    const host = await scene.creates()
    const hana = await scene.joins(host)
    const race = await raceRemovals(scene, host, hana, RACES)
    expect(race).toMatchObject({ tries: RACES, late: 0, stillHeard: true })
    expect(race.reached).toBeGreaterThan(0)
    expect(race.reached).toBeLessThan(RACES)
  },
  40_000 + RACES * 1_000,
)
