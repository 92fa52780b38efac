import * as v from 'valibot'
import { expect, test } from 'vitest'
import { kwame, mei } from '../../../test/rules/people.ts'
import { openScene, refused, type Visitor } from '../../../test/server/app-server.ts'
import { account } from '../../../test/server/members.ts'
import { BoardMade } from '../../protocol/presenting/whiteboard.ts'

/** A room in which a whiteboard is presented. */
async function withBoard() {
  const scene = await openScene()
  const host = await scene.creates()
  const boards = `/api/rooms/${host.room}/whiteboards`
  const { board } = v.parse(BoardMade, (await scene.post(boards, { name: 'Whiteboard' }, host)).body)
  const stage = await scene.joins(host)
  await stage.does({ type: 'presentContent', document: board, page: 1, instead: null })
  const looks = async (who: Visitor) => await scene.get(`${boards}/${board}/pages/1`, who)
  return { scene, host, stage, looks }
}

test('[PAGES-4] who was seen inside a moment ago and signs out sees nothing of what is presented any more', async () => {
  const { scene, host, looks } = await withBoard()
  const browser = await account(scene, kwame)
  await browser.post(await scene.link(host, 'viewer'), { name: kwame.name })
  const visitor = { name: kwame.name, room: host.room, cookie: browser.cookie }
  await scene.joins(visitor)
  expect((await looks(visitor)).status).toBe(200)
  await browser.post('/api/account/sign-out')
  expect(refused(await looks(visitor)).refusal).toBe('not-presented')
})

test('[PAGES-4] nor does who is removed', async () => {
  const { scene, host, stage, looks } = await withBoard()
  const viewer = await scene.enters(host, 'viewer', mei)
  const caller = await scene.joins(viewer)
  expect((await looks(viewer)).status).toBe(200)
  const { id } = (await caller.frame('welcome', ({ inside }) => inside)).you
  await stage.does({ type: 'removeFromRoom', person: id, lasting: false })
  expect(refused(await looks(viewer)).refusal).toBe('not-presented')
})
