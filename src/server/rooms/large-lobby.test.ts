import { expect, test } from 'vitest'
import { openScene } from '../../../test/server/app-server.ts'
import { PART } from '../../rules/audience/audience.ts'

test('[AUDIENCE-8] [WAIT-4] a moderator of a very full lobby is shown all of it, and lets all of it in', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  await hanas.does({ type: 'lockRoom', on: true })
  const viewers = await scene.link(host, 'viewer')
  const many = PART + 40
  const crowd = await Promise.all(
    Array.from({ length: many }, async (_, n) => {
      const { cookie } = await scene.post(viewers, { name: `Waiter ${n}` })
      const caller = await scene.calls({ name: '', room: host.room, cookie })
      await caller.does({ type: 'join', page: caller.page })
      return caller
    }),
  )
  const again = await scene.calls(host)
  const { session } = await again.frame('welcome')
  expect(session.waiting).toHaveLength(PART)
  scene.clock.turn(20)
  const { part } = await again.frame('more')
  const shown = [...session.waiting, ...part.waiting].map(({ person }) => person)
  expect(new Set(shown).size).toBe(many)

  await again.does({ type: 'lockRoom', on: false })
  const inside = crowd.map(async (caller) => await caller.frame('welcome', (welcome) => welcome.inside))
  for (let step = 0; step < many; step += 100) {
    scene.clock.turn(1)
    await again.finds({ type: 'ticket' })
  }
  expect(await Promise.all(inside)).toHaveLength(many)
}, 60_000)
