import { expect, test } from 'vitest'
import { hana, kwame, mei, noor, yuki } from '../../../test/rules/people.ts'
import { eventsOf } from '../../../test/rules/events-of.ts'
import { newFolder, openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import type { Caller } from '../../../test/server/socket-client.ts'
import type { PersonView } from '../../protocol/views.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'

const BOTS = 8

/** Who watches, as a moderator is told. */
async function viewers(caller: Caller): Promise<PersonView[]> {
  const found = await caller.finds({ type: 'viewers', language: 'en', search: '', from: 0, limit: 50 })
  return typeof found !== 'string' && found.type === 'viewers' ? found.rows : []
}

async function rehearsed(scene: Scene, host: Visitor): Promise<Caller> {
  const hanas = await scene.joins(host)
  await hanas.does({ type: 'startRehearsal', bots: BOTS })
  await expect
    .poll(async () => (await viewers(hanas)).filter(({ bot }) => bot).length, { timeout: 30_000, interval: 200 })
    .toBe(BOTS)
  return hanas
}

test('[REHEARSE-1] [REHEARSE-2] [REHEARSE-4] bots come marked as such, do what viewers do, and are gone without a trace by one press', async () => {
  const store = memoryStore()
  const scene = await openScene({ store })
  const host = await scene.creates()
  const hanas = await rehearsed(scene, host)
  const bots = (await viewers(hanas)).filter(({ bot }) => bot)
  expect(bots.every(({ name }) => /^Bot \d+$/.test(name))).toBe(true)
  const raised = await hanas.told('handRaised')
  expect(bots.map(({ id }) => id)).toContain(raised.person)
  await hanas.does({ type: 'stopRehearsal' })
  const stopped = await hanas.told('rehearsalStopped')
  expect(stopped).toMatchObject({ why: 'stopped', verdict: { kind: expect.any(String) } })
  expect((await viewers(hanas)).filter(({ bot }) => bot)).toEqual([])
  // Nobody keeps a bot: not as a person, not with a time inside, not with a message.
  for (const person of stopped.people) expect(await store.person(host.room, person)).toBeNull()
  const session = (await store.room(host.room))?.session ?? ''
  const all = { before: null, after: null, limit: 50 }
  expect(await store.messages(session, { reader: hana.id, with: null }, all)).toEqual([])
  await hanas.does({ type: 'endSession' })
  expect((await eventsOf(store, session)).find(({ type }) => type === 'sessionEnded')).toMatchObject({ peak: 1 })
}, 60_000)

test('[REHEARSE-5] the first guest who comes ends it, and finds nobody but people', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await rehearsed(scene, host)
  await scene.joins(await scene.enters(host, 'moderator', kwame))
  expect((await viewers(hanas)).filter(({ bot }) => bot)).toHaveLength(BOTS)
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  await hanas.told('rehearsalStopped', ({ why }) => why === 'guest')
  expect((await viewers(noors)).map(({ name }) => name).toSorted()).toEqual(
    [hana.name, kwame.name, noor.name].toSorted(),
  )
}, 60_000)

test('[REHEARSE-1] [REHEARSE-3] nobody but the host rehearses, not with guests inside, and nobody is a bot without a rehearsal', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const kwames = await scene.joins(await scene.enters(host, 'moderator', kwame))
  expect(await kwames.asks({ type: 'startRehearsal', bots: 5 })).toBe('not-allowed')
  const link = await scene.link(host, 'viewer')
  expect(refused(await scene.post(link, { name: 'Bot', bot: true }))).toMatchObject({
    status: 403,
    refusal: 'not-allowed',
  })
  await hanas.does({ type: 'startRehearsal', bots: 0 })
  const { cookie } = await scene.post(link, { name: 'Bot', bot: true })
  const bot = { name: 'Bot', room: host.room, cookie }
  await hanas.does({ type: 'lockRoom', on: true })
  await scene.joins(bot)
  expect(refused(await scene.post(link, { name: mei.name }, bot)).refusal).toBe('not-allowed')
  await hanas.does({ type: 'stopRehearsal' })
  expect(await (await scene.opens(host.room, bot)).closed).toMatchObject({ why: 'no-entry' })
  await hanas.does({ type: 'lockRoom', on: false })
  await scene.joins(await scene.enters(host, 'viewer', noor))
  expect(await hanas.asks({ type: 'startRehearsal', bots: 5 })).toBe('guests-inside')
})

test('[REHEARSE-5] a server that is started again in a rehearsal has no bots, and keeps no place for one', async () => {
  const folder = newFolder()
  const before = await openScene({ folder })
  const host = await before.creates()
  await rehearsed(before, host)
  await before.close()
  const after = await openScene({ folder })
  const hanas = await after.opens(host.room, host)
  const { inside, session } = await hanas.hello()
  expect([inside, session.rehearsal?.why]).toEqual([true, 'serverAway'])
  expect((await viewers(hanas)).map(({ name }) => name)).toEqual([hana.name])
  expect(await hanas.asks({ type: 'startRehearsal', bots: 0 })).toBe('done')
}, 60_000)

test('[REHEARSE-1] [REHEARSE-5] where host and co-host press at once there is one rehearsal, and it is over when both have left', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const yukis = await scene.joins(await scene.enters(host, 'moderator', yuki))
  const kwames = await scene.joins(await scene.enters(host, 'moderator', kwame))
  const { you } = await yukis.frame('welcome', ({ inside }) => inside)
  await hanas.does({ type: 'setRole', person: you.id, role: 'cohost' })
  const starts = [hanas, yukis].map(async (each) => await each.asks({ type: 'startRehearsal', bots: BOTS }))
  expect(await Promise.all(starts)).toEqual(['done', 'done'])
  await expect.poll(async () => (await viewers(kwames)).length, { timeout: 30_000, interval: 200 }).toBe(BOTS + 3)
  await hanas.does({ type: 'leave' })
  expect((await viewers(kwames)).filter(({ bot }) => bot)).toHaveLength(BOTS)
  await yukis.does({ type: 'leave' })
  await kwames.told('rehearsalStopped', ({ why }) => why === 'hostLeft')
  expect((await viewers(kwames)).map(({ name }) => name)).toEqual([kwame.name])
}, 60_000)
