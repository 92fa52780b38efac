import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Crowd } from '../../test/rules/room-model.ts'
import { everybody, hana } from '../../test/rules/people.ts'
import { strangeSteps } from '../../test/rules/random-commands.ts'
import type { Role } from '../protocol/types.ts'
import type { Actor } from './outcome.ts'

test('[LOG-2] strangers doing anything in any order never break the room', () => {
  fc.assert(
    fc.property(fc.array(strangeSteps(everybody, 4), { maxLength: 120, size: 'max' }), (steps) => {
      const crowd = new Crowd(everybody, hana, 3)
      for (const step of steps) {
        crowd.does(step)
        for (const id of crowd.clients.keys()) crowd.agrees(id)
      }
      expect(crowd.replayed()).toEqual(crowd.session)
    }),
    { numRuns: 300 },
  )
}, 60_000)

const STRANGERS = 210
const STEPS = 20_000
const ALL_LOOK = 250

test('[LOG-2] nor do two hundred strangers in twenty thousand steps, with clock jumps, reconnects and restarts', () => {
  const people = Array.from({ length: STRANGERS }, (_, n) => stranger(n))
  const most = { stage: 0, hands: 0, backstage: 0, waiting: 0, removed: 0 }
  const steps = fc.array(strangeSteps(people, 12), { minLength: STEPS, maxLength: STEPS, size: 'max' })
  let crowd = new Crowd(people, stranger(0), 8)
  fc.assert(
    fc.property(steps, (all) => {
      crowd = new Crowd(people, stranger(0), 8)
      for (const [n, step] of all.entries()) {
        crowd.does(step)
        const { stage, hands, backstage, waiting, removed, people: inside } = crowd.session
        for (const [what, { size }] of Object.entries({ stage, hands, backstage, waiting, removed }))
          most[what as keyof typeof most] = Math.max(most[what as keyof typeof most], size)
        // Who acted, and somebody else in turn; now and then everybody.
        if ('actor' in step) crowd.agrees(step.actor.id)
        const [turn] = [...inside.keys()].slice(n % Math.max(inside.size, 1))
        if (turn) crowd.agrees(turn)
        if (n % ALL_LOOK === 0) for (const id of crowd.clients.keys()) crowd.agrees(id)
        if (n % (8 * ALL_LOOK) === 0) expect(crowd.replayed()).toEqual(crowd.session)
      }
      expect(crowd.replayed()).toEqual(crowd.session)
    }),
    { seed: 1, numRuns: 2, endOnFailure: true },
  )
  // It was no idle crowd.
  expect(most.stage).toBeGreaterThan(5)
  expect(most.hands).toBeGreaterThan(10)
  expect(Math.min(most.backstage, most.waiting, most.removed)).toBeGreaterThan(0)
  expect(crowd.refusals.size).toBeGreaterThan(10)
}, 120_000)

function stranger(n: number): Actor {
  const role: Role = n === 0 ? 'host' : n < 3 ? 'cohost' : n < 8 ? 'moderator' : n < 30 ? 'speaker' : 'participant'
  return { id: `stranger-${n}`.padEnd(22, '_'), name: `Stranger ${n}`, role }
}
