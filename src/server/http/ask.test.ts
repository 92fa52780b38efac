import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, mei, noor } from '../../../test/rules/people.ts'
import { openScene } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'
import { account, adds, emailOf, makesRoom, refusalOf, roleIn } from '../../../test/server/members.ts'
import { RoomPage } from '../../protocol/http.ts'

test('[ASK-1] [ASK-2] who has the address alone asks, waits until let in, and is somebody of the room from then on', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const { room } = host
  const stranger = new Browser(scene)
  const asks = async (name = noor.name) => await stranger.post(`/api/rooms/${room}/ask`, { name })
  expect(refusalOf(await asks())).toBe('not-started')
  const hosting = await scene.joins(host)
  expect(refusalOf(await asks(' '))).toBe('name-empty')
  expect((await asks()).status).toBe(200)
  expect((await asks()).status).toBe(200)
  const you = { name: noor.name, room, cookie: stranger.cookie }
  const caller = await scene.calls(you)
  await caller.does({ type: 'join', page: caller.page })
  const { id } = (await caller.frame('welcome')).you
  const told = await hosting.frame('told', ({ events }) => events.some(({ type }) => type === 'waiting'))
  expect(told.events).toContainEqual(expect.objectContaining({ type: 'waiting', person: id, uninvited: true }))
  expect(await hosting.asks({ type: 'admit', person: id })).toBe('done')
  await caller.frame('welcome', ({ inside }) => inside)
  expect(v.parse(RoomPage, (await stranger.get(`/api/rooms/${room}`)).body).you).toMatchObject({ name: noor.name })
})

test('[ASK-1] who only asked is nobody after a restart', async () => {
  const scene = await openScene()
  const host = await scene.creates({ host: hana.name })
  await scene.joins(host)
  const stranger = new Browser(scene)
  await stranger.post(`/api/rooms/${host.room}/ask`, { name: noor.name })
  await scene.close()
  const again = await openScene({ folder: scene.folder })
  const { body } = await again.get(`/api/rooms/${host.room}`, { cookie: stranger.cookie })
  expect(v.parse(RoomPage, body).you).toBeNull()
})

test('[ASK-1] who asked and is invited then, by a link or by who they are, does not wait any more', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const visitor = { name: hana.name, room, cookie: host.cookie }
  await scene.joins(visitor)
  const [byLink, byName] = [new Browser(scene), await account(scene, noor)]
  await byLink.post(`/api/rooms/${room}/ask`, { name: mei.name })
  await byName.post(`/api/rooms/${room}/ask`, { name: noor.name })
  await byLink.post(await scene.link(visitor, 'speaker'), { name: mei.name })
  await adds(host, room, emailOf(noor), 'moderator')
  for (const [browser, role] of [
    [byLink, 'speaker'],
    [byName, 'moderator'],
  ] as const) {
    expect(await roleIn(browser, room)).toBe(role)
    const caller = await scene.joins({ name: '', room, cookie: browser.cookie })
    expect((await caller.frame('welcome')).you).toBeDefined()
  }
  await scene.close()
  const again = await openScene({ folder: scene.folder })
  const { body } = await again.get(`/api/rooms/${room}`, { cookie: byLink.cookie })
  expect(v.parse(RoomPage, body).you).toMatchObject({ name: mei.name, role: 'speaker' })
})
