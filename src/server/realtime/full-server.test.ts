import { expect, test } from 'vitest'
import * as v from 'valibot'
import { openScene, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { CLOSED, Turn } from '../../protocol/frames.ts'

/** A server for two, with Hana and Noor inside. */
async function given() {
  const scene = await openScene({ env: { ROSTRUM_MAX_PEOPLE: '2' } })
  const host = await scene.creates({ host: hana.name })
  const hanas = await scene.joins(host)
  const guest = await scene.enters(host, 'viewer', noor)
  return { scene, host, hanas, guest, noors: await scene.joins(guest) }
}

/** What somebody is told who is one too many. */
async function turnOf(scene: Scene, visitor: Visitor): Promise<Turn> {
  const { code, why } = await (await scene.opens(visitor.room, visitor)).closed
  expect(code).toBe(CLOSED.full)
  return v.parse(Turn, JSON.parse(why))
}

test('[FULL-1] [FULL-2] one too many is told the place, and comes in when somebody leaves, in the order of asking', async () => {
  const { scene, host, noors } = await given()
  const meis = await scene.enters(host, 'viewer', mei)
  const third = await scene.enters(host, 'viewer', { name: 'Yuki Sato' })
  expect(await turnOf(scene, meis)).toMatchObject({ place: 1 })
  const { place, wait } = await turnOf(scene, third)
  expect(place).toBe(2)
  expect(wait).toBeGreaterThan(1_000)
  await noors.does({ type: 'leave' })
  expect(await turnOf(scene, third)).toMatchObject({ place: 2 })
  await scene.joins(meis)
  expect(await turnOf(scene, third)).toMatchObject({ place: 1 })
})

test('[FULL-3] who was inside comes back to a full server; so do those who run a room, and speakers', async () => {
  const { scene, host, guest, noors } = await given()
  const meis = await scene.enters(host, 'viewer', mei)
  await turnOf(scene, meis)
  await noors.goes('cut')
  expect(await turnOf(scene, meis)).toMatchObject({ place: 1 })
  expect(await (await scene.calls(guest)).frame('welcome')).toMatchObject({ inside: true })
  await scene.joins(await scene.enters(host, 'moderator', kwame))
  await scene.joins(await scene.enters(host, 'speaker', { name: 'Amara Okafor' }))
  expect(await turnOf(scene, meis)).toMatchObject({ place: 1 })
})

test('[FULL-4] whoever stood at the door for more than a minute joins while there is room, and is in line where there is none', async () => {
  const { scene, host, hanas, noors } = await given()
  await noors.does({ type: 'leave' })
  const meis = await scene.calls(await scene.enters(host, 'viewer', mei))
  await scene.passes(60_000, hanas, meis, noors)
  await noors.does({ type: 'join', page: noors.page })
  const joining = meis.asks({ type: 'join', page: meis.page }).catch(() => 'closed')
  const { code, why } = await meis.closed
  expect(code).toBe(CLOSED.full)
  expect(v.parse(Turn, JSON.parse(why))).toMatchObject({ place: 1 })
  expect(await joining).toBe('closed')
})

test('[FULL-3] after a restart the places of all who were inside are theirs, and newcomers wait', async () => {
  const { scene, host, guest, hanas } = await given()
  const meis = await scene.enters(host, 'viewer', mei)
  await scene.close()
  const again = await openScene({ folder: scene.folder, clock: scene.clock, env: { ROSTRUM_MAX_PEOPLE: '2' } })
  expect(await turnOf(again, meis)).toMatchObject({ place: 1 })
  expect(await (await again.calls(guest)).frame('welcome')).toMatchObject({ inside: true })
  expect(await (await again.calls(host, hanas.page)).frame('welcome')).toMatchObject({ inside: true })
})

test('[FULL-4] the place of whoever was let in is kept when a new page of theirs is there and the old one goes', async () => {
  const { scene, host, noors } = await given()
  const meis = await scene.enters(host, 'viewer', mei)
  await noors.does({ type: 'leave' })
  const before = await scene.calls(meis)
  const page = await scene.opens(host.room, meis)
  await before.goes('cut')
  const third = await scene.enters(host, 'viewer', { name: 'Yuki Sato' })
  expect(await turnOf(scene, third)).toMatchObject({ place: 1 })
  await page.hello()
  expect(await page.asks({ type: 'join', page: page.page })).toBe('done')
})
