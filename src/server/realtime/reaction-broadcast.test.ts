import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { does, given } from '../../../test/rules/given.ts'
import { hana, mei, noor, tom } from '../../../test/rules/people.ts'
import { listener } from '../../../test/server/fake-connection.ts'
import { openScene } from '../../../test/server/app-server.ts'
import type { Reactions } from '../../protocol/types.ts'
import type { Actor } from '../../rules/outcome.ts'
import { Hub } from './hub.ts'
import { ReactionBroadcast } from './reaction-broadcast.ts'

/** A room with Hana and Mei in it and Tom at its door, and what each of them is told; ticks are as short as can be. */
function room() {
  const session = given('webinar', hana, mei)
  const clock = handClock()
  const hub = new Hub({ ...clock, after: (wait, run) => clock.after(Math.min(wait, 0), run) })
  const listeners = new Map([hana, mei, tom].map(({ id }) => [id, listener(id)]))
  for (const one of listeners.values()) {
    hub.add(one)
    hub.welcome(one.id, one.id === tom.id ? 'prejoin' : 'everyone', JSON.stringify({ type: 'media', up: true }))
  }
  const teller = new ReactionBroadcast(clock, () => session, hub)
  const react = (reactions: Reactions, who: Actor = mei) => teller.react(who.id, { type: 'react', reactions })
  const hears = (who: { id: string }) => {
    clock.turn(0)
    return listeners.get(who.id)?.frames.flatMap((frame) => (frame.type === 'reactions' ? frame.reactions : []))
  }
  return { session, clock, teller, react, hears }
}

test('[REACT-2] the first is told at once, and to nobody at the door', () => {
  const { react, hears } = room()
  expect(react({ clap: 1 })).toBeNull()
  expect([hana, mei, tom].map(hears)).toEqual([[{ clap: 1 }], [{ clap: 1 }], []])
})

test('[REACT-2] five hundred at once are two messages in a second, and none is lost', () => {
  const { clock, react, hears } = room()
  for (let n = 0; n < 500; n++) react(n % 5 === 0 ? { heart: 1 } : { clap: 1 }, n % 2 ? mei : hana)
  clock.turn(499)
  expect(hears(mei)).toEqual([{ heart: 1 }])
  clock.turn(1)
  expect(hears(mei)).toEqual([{ heart: 1 }, { clap: 400, heart: 99 }])
})

test('[REACT-2] long applause is two messages a second', () => {
  const { clock, react, hears } = room()
  for (let tenth = 0; tenth < 100; tenth++) {
    for (let n = 0; n < 20; n++) react({ clap: 1 })
    clock.turn(100)
  }
  expect(hears(hana)?.length).toBeLessThanOrEqual(21)
  expect(hears(hana)?.reduce((sum, { clap = 0 }) => sum + clap, 0)).toBe(2_000)
})

test('[REACT-1] [REACT-4] whose are refused is told why, and they are not counted', () => {
  const { session, clock, react, hears } = room()
  expect(react({ clap: 1 }, noor)).toBe('not-in-room')
  does(session, hana, { type: 'setReactions', on: false })
  expect(react({ clap: 1 })).toBe('reactions-off')
  clock.turn(10_000)
  expect(hears(hana)).toEqual([])
})

test('a room that closes tells nobody any more', () => {
  const { clock, teller, react, hears } = room()
  react({ clap: 1 })
  react({ clap: 1 })
  teller.close()
  clock.turn(10_000)
  expect(hears(hana)).toEqual([{ clap: 1 }])
})

test('[REACT-3] [REACT-5] over the line: ten of one person in a second, counted for all, kept nowhere', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const meis = await scene.joins(await scene.enters(host, 'viewer', mei))
  const before = hanas.events.length
  expect(await meis.asks({ type: 'react', reactions: { wow: 7 } })).toBe('done')
  expect(await hanas.frame('reactions')).toEqual({ type: 'reactions', reactions: { wow: 7 } })
  expect(await meis.asks({ type: 'react', reactions: { clap: 4 } })).toBe('too-fast')
  scene.clock.turn(1_000)
  expect(await meis.asks({ type: 'react', reactions: { clap: 4 } })).toBe('done')
  await hanas.frame('reactions', ({ reactions }) => reactions.clap === 4)
  expect(hanas.events).toHaveLength(before)
})
