import * as v from 'valibot'
import { expect, test } from 'vitest'
import { invitesOf, invitesOne } from '../../../test/server/invites.ts'
import { openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'
import { hana, kwame, mei } from '../../../test/rules/people.ts'
import { MyRooms, type MyRoom, RoomDetails, TemplateMade, Templates } from '../../protocol/rooms.ts'
import { RoomMade } from '../../protocol/http.ts'
import { keyOf } from '../secrets.ts'
import { inStore } from '../../../test/server/members.ts'
import { filesWith } from '../../../test/server/store-files.ts'

const DAY = 24 * 3_600_000

type Who = { cookie: string }
const query = (asked: Record<string, string>) => new URLSearchParams(asked).toString()
const list = async (scene: Scene, { cookie }: Who, asked: Record<string, string>) =>
  v.parse(MyRooms, (await scene.get(`/api/my/rooms?${query(asked)}`, { cookie })).body)
const names = async (scene: Scene, who: Who, asked: Record<string, string>) =>
  (await list(scene, who, asked)).rooms.map(({ name }) => name)

/** Makes one more room in a browser that has one. */
async function makes(scene: Scene, { cookie }: Who, name: string): Promise<Visitor> {
  scene.clock.turn(1_000)
  const asked = { name, host: hana.name, mode: 'interactive' }
  const { room } = v.parse(RoomMade, (await scene.post('/api/rooms', asked, { cookie })).body)
  return { name: hana.name, room, cookie }
}

async function sets(scene: Scene, who: Visitor, given: object): Promise<void> {
  const path = `/api/rooms/${who.room}/details`
  const before = v.parse(RoomDetails, (await scene.get(path, who)).body)
  const answer = await scene.post(path, { ...before, ...given }, who)
  expect(answer.status).toBe(200)
}

test('[MINE-2] [MINE-3] what runs, what is to come and what was are apart, with how many are there', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'New' })
  const [live, past] = [await makes(scene, host, 'Live'), await makes(scene, host, 'Past')]
  const over = await scene.joins(past)
  await over.does({ type: 'endSession' })
  await scene.joins(live)
  await scene.joins(await scene.enters(live, 'viewer', mei))
  expect(await names(scene, host, { view: 'upcoming' })).toEqual(['New'])
  expect(await names(scene, host, { view: 'past' })).toEqual(['Past'])
  const [running, ...more] = (await list(scene, host, { view: 'live' })).rooms
  expect(more).toEqual([])
  expect(running).toMatchObject({ name: 'Live', role: 'host', live: { viewers: 2, onStage: 0 }, endedAt: null })
})

test('[MINE-1] one has the rooms in which one is somebody, each with the own role, and no other', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Hers' })
  const other = await scene.creates({ name: 'Not his' })
  const kwames = await scene.enters(host, 'moderator', kwame)
  await makes(scene, kwames, 'His own')
  const roles = async (who: Who, asked = {}): Promise<Partial<MyRoom>[]> =>
    (await list(scene, who, { view: 'upcoming', ...asked })).rooms.map(({ name, role }) => ({ name, role }))
  const [own, moderated] = [
    { name: 'His own', role: 'host' },
    { name: 'Hers', role: 'moderator' },
  ]
  expect(await roles(kwames)).toEqual([own, moderated])
  expect(await roles(kwames, { mine: 'host' })).toEqual([own])
  expect(await roles(kwames, { mine: 'moderator' })).toEqual([moderated])
  expect(await roles(kwames, { mine: 'invited' })).toEqual([])
  const viewer = await scene.enters(host, 'viewer', mei)
  expect(await roles(viewer, { mine: 'invited' })).toEqual([{ name: 'Hers', role: 'participant' }])
  expect(await roles(other)).toEqual([{ name: 'Not his', role: 'host' }])
  for (const cookie of ['', 'rostrum=abc.def']) expect(await roles({ cookie })).toEqual([])
})

test('[MINE-1] a guest who came before rooms were found by guests has the room there from the next visit on, and nobody else', async () => {
  const before = await openScene()
  const host = await before.creates({ name: 'Long ago' })
  const viewer = await before.enters(host, 'viewer', mei)
  const other = await before.creates({ name: 'Another' })
  await before.close()
  inStore(before, 'UPDATE people SET guest = NULL')
  const scene = await openScene({ folder: before.folder, clock: before.clock })
  const isThere = async (who: Visitor) => {
    await scene.get(`/api/rooms/${host.room}`, who)
    return await names(scene, who, { view: 'upcoming' })
  }
  expect(await names(scene, viewer, { view: 'upcoming' })).toEqual([])
  expect(await isThere(viewer)).toEqual(['Long ago'])
  expect(await isThere(host)).toEqual(['Long ago'])
  expect(await isThere(other)).toEqual([])
})

test('[MINE-1] an account has its rooms on every device, with those of the guest that it was', async () => {
  const scene = await openScene()
  const desk = new Browser(scene)
  await desk.post('/api/rooms', { name: 'As a guest', host: hana.name, mode: 'interactive' })
  await desk.signUp({ name: hana.name, email: 'hana@example.org' })
  scene.clock.turn(1_000)
  await desk.post('/api/rooms', { name: 'Signed in', host: hana.name, mode: 'interactive' })
  const phone = new Browser(scene)
  await phone.signIn('hana@example.org')
  expect(await names(scene, phone, { view: 'upcoming' })).toEqual(['Signed in', 'As a guest'])
  await desk.post('/api/account/sign-out')
  expect(await names(scene, desk, { view: 'upcoming' })).toEqual([])
})

test('[MINE-4] who may invite reads how many are invited, and who is invited does not', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Hers' })
  const count = async (who: Who) => (await list(scene, who, { view: 'upcoming' })).rooms.map(({ invited }) => invited)
  expect(await count(host)).toEqual([0])
  const { id } = (await invitesOne(scene, host)).invite
  await invitesOne(scene, host, { lasts: 60_000, to: { email: 'mei@example.org', firstName: '', lastName: '' } })
  expect(await count(host)).toEqual([2])
  const viewer = await scene.enters(host, 'viewer', mei)
  expect(await count(viewer)).toEqual([0])
  scene.clock.turn(61_000)
  expect(await count(host)).toEqual([1])
  await scene.post(`${invitesOf(host.room)}/${id}/revoke`, {}, host)
  expect(await count(host)).toEqual([0])
})

test('[MINE-2] rooms are found by their names, tags and descriptions, as names are searched for', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Łódź: Weiße Nacht' })
  await sets(scene, await makes(scene, host, 'Physics 101'), { tags: ['Wellen'], description: 'Bring **a spoon**' })
  const found = async (search: string) => await names(scene, host, { view: 'upcoming', search })
  expect(await found('lodz weisse')).toEqual(['Łódź: Weiße Nacht'])
  expect(await found('WELLEN')).toEqual(['Physics 101'])
  expect(await found('spoon physics')).toEqual(['Physics 101'])
  expect(await found('spoon łódź')).toEqual([])
  for (const nothing of ['%', '_', "' OR 1=1 --", '**', '\\']) expect(await found(nothing), nothing).toEqual([])
  expect(await found('   ')).toHaveLength(2)
})

test('[MINE-2] more than a window holds come window by window, each once', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Room 0' })
  // Twenty in a minute are all that one address may make.
  for (let n = 1; n < 20; n += 1) await makes(scene, host, `Room ${n}`)
  scene.clock.turn(60_000)
  const first = await list(scene, host, { view: 'upcoming' })
  expect([first.rooms.length, first.next]).toEqual([20, null])
  expect(first.rooms[0]?.name).toBe('Room 19')
  const place = 2 * 253_402_300_799_000 - (first.rooms[4]?.createdAt ?? 0)
  const before = `${place} ${first.rooms[4]?.room ?? ''}`
  expect(await names(scene, host, { view: 'upcoming', before })).toEqual(first.rooms.slice(5).map(({ name }) => name))
  expect(await names(scene, host, { view: 'upcoming', before: 'x; DROP TABLE rooms' })).toHaveLength(20)
})

test('[ROOM-9] [ROOM-8] what is put aside or deleted is in a list of its own, and comes back', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Harbour' })
  const post = async (what: string, body = {}) =>
    (await scene.post(`/api/rooms/${host.room}/${what}`, body, host)).status
  const lists = async () => {
    const views = ['upcoming', 'past', 'archived', 'deleted'] as const
    const found = await Promise.all(views.map(async (view) => await names(scene, host, { view })))
    return views.filter((_, n) => found[n]?.includes('Harbour'))
  }
  expect(await lists()).toEqual(['upcoming'])
  expect(await post('archive', { on: true })).toBe(204)
  expect(await lists()).toEqual(['archived'])
  expect((await scene.page(host.room, host)).name).toBe('Harbour')
  expect(await post('archive', { on: false })).toBe(204)
  expect(await post('delete')).toBe(204)
  expect(await lists()).toEqual(['deleted'])
  expect((await list(scene, host, { view: 'deleted' })).rooms[0]?.undoUntil).toBeGreaterThan(scene.clock.now())
  expect(await post('restore')).toBe(204)
  expect(await lists()).toEqual(['upcoming'])
})

test('[ROOM-10] a template keeps what a room is set to, for its owner alone', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Physics 101' })
  const stranger = await scene.creates()
  await sets(scene, host, { tags: ['waves'], settings: { stageSize: 5, waitingRoom: true } })
  const made = await scene.post('/api/my/templates', { name: 'A lesson', room: host.room }, host)
  const { id } = v.parse(TemplateMade, made.body)
  const templates = async ({ cookie }: Who) =>
    v.parse(Templates, (await scene.get('/api/my/templates', { cookie })).body).templates
  const settings = { stageSize: 5, waitingRoom: true, mode: 'interactive' }
  expect(await templates(host)).toMatchObject([{ name: 'A lesson', form: { tags: ['waves'], settings } }])
  for (const who of [stranger, { cookie: '' }]) {
    expect(await templates(who)).toEqual([])
    const answer = await scene.post(`/api/my/templates/${id}/delete`, {}, { cookie: who.cookie })
    expect(refused(answer)).toMatchObject({ status: 404, refusal: 'template-unknown' })
  }
  expect((await scene.post(`/api/my/templates/${id}/delete`, {}, host)).status).toBe(204)
  expect(await templates(host)).toEqual([])
})

test('what is asked for wrongly is refused with a sentence', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  for (const asked of ['', 'view=never', 'view=past&mine=yours', `view=past&search=${'x'.repeat(1_001)}`])
    expect(refused(await scene.get(`/api/my/rooms?${asked}`, host)), asked).toMatchObject({
      status: 400,
      refusal: 'bad-request',
    })
  const unnamed = await scene.post('/api/my/templates', { name: ' ', room: host.room }, host)
  expect(refused(unnamed).refusal).toBe('name-empty')
})

test('[KEEP-6] who deletes the own data has the room no more, and no file knows that browser', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Harbour' })
  const viewer = await scene.enters(host, 'viewer', mei)
  expect(await names(scene, viewer, { view: 'upcoming' })).toEqual(['Harbour'])
  const secret =
    decodeURIComponent(viewer.cookie)
      .replace(/^rostrum=/, '')
      .split('.')[0] ?? ''
  expect(filesWith(scene.folder, secret, keyOf(secret))).toEqual([])
  const caller = await scene.calls(viewer)
  void caller.asks({ type: 'deleteMyData' }).catch(() => null)
  await caller.closed
  expect(await names(scene, viewer, { view: 'upcoming' })).toEqual([])
})

test('[MINE-3] what has a time to come is in its order, goes on to the next time, and is past after the last', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Always' })
  const series = { minutes: 60, zone: 'UTC', exceptions: [], following: [] }
  const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T13:00`
  const weekly = { every: 1, days: [2], until: null, count: 2 }
  await sets(scene, await makes(scene, host, 'Weekly'), { schedule: { ...series, start: day(6), repeat: weekly } })
  await sets(scene, await makes(scene, host, 'Once'), { schedule: { ...series, start: day(5), repeat: null } })
  await sets(scene, await makes(scene, host, 'Over'), { schedule: { ...series, start: day(4), repeat: null } })
  const upcoming = async () => (await list(scene, host, { view: 'upcoming' })).rooms
  const at = (n: number) => Date.UTC(2026, 0, n, 13)
  expect((await upcoming()).map(({ name, next, repeats }) => [name, next?.start ?? null, repeats])).toEqual([
    ['Once', at(5), false],
    ['Weekly', at(6), true],
    ['Always', null, false],
  ])
  expect(await names(scene, host, { view: 'past' })).toEqual(['Over'])
  const later = async (view: 'upcoming' | 'past') => {
    scene.clock.turn(60_000)
    return (await list(scene, host, { view })).rooms
  }
  scene.clock.set(3 * DAY)
  const next = { start: at(13), end: at(13) + 3_600_000 }
  await expect.poll(async () => await later('upcoming')).toMatchObject([{ name: 'Weekly', next }, { name: 'Always' }])
  scene.clock.set(7 * DAY)
  await expect.poll(async () => (await later('past')).map(({ name }) => name)).toEqual(['Over', 'Once', 'Weekly'])
})
