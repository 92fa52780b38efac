import { expect, test } from 'vitest'
import { newFolder, openScene, refused } from '../../../test/server/app-server.ts'
import { filesWith } from '../../../test/server/store-files.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import { mei, noor } from '../../../test/rules/people.ts'
import { CLOSED } from '../../protocol/frames.ts'

const GONE = { code: CLOSED.noEntry, why: 'room-deleted' }

test('[KEEP-5] whoever is in the room or at its door is told that it was deleted, and finds none afterwards', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const viewer = await scene.enters(host, 'viewer', mei)
  const door = await scene.enters(host, 'viewer', noor)
  const link = await scene.link(host, 'viewer')
  const [owner, inside, outside] = [await scene.joins(host), await scene.joins(viewer), await scene.calls(door)]
  const closed = Promise.all([owner, inside, outside].map(async (caller) => await caller.closed))
  await owner.asks({ type: 'deleteRoom' }).catch(() => null)
  expect(await closed).toEqual([GONE, GONE, GONE])
  expect(refused(await scene.get(`/api/rooms/${host.room}`, host))).toMatchObject({
    status: 404,
    refusal: 'room-unknown',
  })
  expect(refused(await scene.get(link))).toMatchObject({ status: 404, refusal: 'link-unknown' })
  expect(refused(await scene.post(link, { name: 'Kwame' }))).toMatchObject({ status: 404, refusal: 'link-unknown' })
  for (const visitor of [host, viewer]) {
    const caller = await scene.opens(host.room, { cookie: visitor.cookie })
    expect(await caller.closed).toEqual({ code: CLOSED.noEntry, why: 'room-unknown' })
  }
})

test('[KEEP-5] nobody but the host deletes it, and it goes on', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const moderator = await scene.joins(await scene.enters(host, 'moderator', mei))
  const viewer = await scene.joins(await scene.enters(host, 'viewer', noor))
  for (const caller of [moderator, viewer]) expect(await caller.asks({ type: 'deleteRoom' })).toBe('not-allowed')
  expect((await scene.page(host.room)).live).not.toBeNull()
})

test('[KEEP-5] before the first session, and after the last, it is deleted from the door', async () => {
  const scene = await openScene()
  for (const ends of [false, true]) {
    const host = await scene.creates()
    const caller = ends ? await scene.joins(host) : await scene.calls(host)
    if (ends) await caller.does({ type: 'endSession' })
    void caller.asks({ type: 'deleteRoom' }).catch(() => null)
    expect(await caller.closed).toEqual(GONE)
    expect((await scene.get(`/api/rooms/${host.room}`)).status).toBe(404)
  }
})

test('[KEEP-5] asked twice at once, it is deleted once, and who joins meanwhile is told that there is none', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const owner = await scene.joins(host)
  const other = await scene.calls(await scene.enters(host, 'viewer', mei))
  const [first, second, joined] = [
    owner.asks({ type: 'deleteRoom' }),
    owner.asks({ type: 'deleteRoom' }),
    other.asks({ type: 'join', page: other.page }),
  ].map((answer) => answer.catch(() => 'closed'))
  expect(await owner.closed).toEqual(GONE)
  expect(await other.closed).toEqual(GONE)
  expect(await Promise.all([first, second])).not.toContain('server-fault')
  expect(await joined).not.toBe('server-fault')
  expect((await scene.get(`/api/rooms/${host.room}`)).status).toBe(404)
})

test('[KEEP-5] while the store is away or full it is refused, nobody is sent away, and the room goes on', async () => {
  const store = memoryStore()
  const scene = await openScene({ store })
  const host = await scene.creates()
  const owner = await scene.joins(host)
  store.down = true
  expect(await owner.asks({ type: 'deleteRoom' })).toBe('store-down')
  store.down = false
  store.full = true
  expect(await owner.asks({ type: 'deleteRoom' })).toBe('disk-full')
  store.full = false
  expect(await owner.asks({ type: 'setAccess', access: 'request' })).toBe('done')
  void owner.asks({ type: 'deleteRoom' }).catch(() => null)
  expect(await owner.closed).toEqual(GONE)
})

test('[KEEP-5] its media are closed', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const owner = await scene.joins(host)
  expect(scene.media.sessions.size).toBe(1)
  void owner.asks({ type: 'deleteRoom' }).catch(() => null)
  await owner.closed
  expect(scene.media.sessions.size).toBe(0)
})

test('[KEEP-9] no byte of it is in any file, with others in their sessions and with nobody in any', async () => {
  const folder = newFolder()
  const scene = await openScene({ folder })
  const other = await scene.joins(await scene.creates({ name: 'Another room' }))
  const host = await scene.creates({ name: 'Zanzibar ferry', host: 'Zebedee Finch' })
  const owner = await scene.joins(host)
  const viewer = await scene.joins(await scene.enters(host, 'viewer', { name: 'Quentin Marsh' }))
  await viewer.does({ type: 'write', text: 'The ferry sails at nine', to: null, reply: null, key: null })
  await viewer.does({ type: 'giveFeedback', mark: 4, text: 'Windy' })
  void owner.asks({ type: 'deleteRoom' }).catch(() => null)
  await owner.closed
  const words = ['Zanzibar ferry', 'Zebedee Finch', 'Quentin Marsh', 'sails at nine', 'Windy', host.room]
  await expect.poll(() => filesWith(folder, ...words), { timeout: 20_000 }).toEqual([])
  expect(await other.asks({ type: 'setAccess', access: 'request' })).toBe('done')
})
