import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, noor } from '../../../test/rules/people.ts'
import { openScene } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'
import { RoomPage } from '../../protocol/http.ts'

const refusalOf = ({ body }: { body: unknown }) => v.parse(v.object({ refusal: v.string() }), body).refusal

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
