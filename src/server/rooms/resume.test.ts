import { expect, test } from 'vitest'
import { mei } from '../../../test/rules/people.ts'
import { openScene } from '../../../test/server/app-server.ts'

const MINUTE = 60_000

/** A session with two people in it, whose server has stopped; another has not begun, and a third has ended. */
async function stopped() {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  await scene.joins(await scene.enters(host, 'viewer', mei))
  const session = (await hanas.frame('welcome', ({ inside }) => inside)).session.id
  await scene.creates()
  const over = await scene.creates()
  const overs = await scene.joins(over)
  await overs.does({ type: 'endSession' })
  await scene.close()
  return { scene, host, hanas, session, at: scene.clock.now() }
}

test('[SESSION-8] a session that ran goes on at the start of the server, before anybody asks for it', async () => {
  const { scene, host, hanas, session, at } = await stopped()
  scene.clock.turn(10 * MINUTE)
  const again = await openScene({ folder: scene.folder, clock: scene.clock, lastAlive: at })
  expect([...again.media.sessions]).toEqual([session])
  expect((await again.page(host.room)).live).toMatchObject({ viewers: 2 })
  // Nobody comes back: their places are kept for a time, and then the room ends by its own rule.
  again.clock.turn(2 * MINUTE)
  await expect.poll(async () => (await again.page(host.room)).live?.viewers).toBe(0)
  again.clock.turn(15 * MINUTE)
  await expect.poll(async () => (await again.page(host.room)).endedAt).toEqual(expect.any(Number))
  expect(hanas.page).not.toBe('')
})

test('[SESSION-8] after a long absence it has ended when the server was last there, and its people were inside until then', async () => {
  const { scene, host, at } = await stopped()
  scene.clock.turn(100 * MINUTE)
  const again = await openScene({ folder: scene.folder, clock: scene.clock, lastAlive: at })
  expect(await again.page(host.room)).toMatchObject({ live: null, endedAt: at })
  expect([...again.media.sessions]).toEqual([])
  const back = await again.calls(host)
  expect((await back.frame('welcome')).session).toMatchObject({ endedAt: at, endedBy: null, stay: { since: null } })
})
