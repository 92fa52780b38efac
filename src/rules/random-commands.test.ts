import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RoomModel } from '../../test/rules/room-model.ts'
import { everybody, hana } from '../../test/rules/people.ts'
import { randomSteps } from '../../test/rules/random-commands.ts'
import type { Role } from '../protocol/types.ts'
import type { Actor } from './outcome.ts'

test('[LOG-2] people doing anything at random, in any order, never break the room', () => {
  fc.assert(
    fc.property(fc.array(randomSteps(everybody, 4), { maxLength: 120, size: 'max' }), (steps) => {
      const model = new RoomModel(everybody, hana, 3)
      for (const step of steps) {
        model.does(step)
        for (const id of model.clients.keys()) model.agrees(id)
      }
      expect(model.replayed()).toEqual(model.session)
    }),
    { numRuns: 300 },
  )
}, 60_000)

const PEOPLE = 210
const STEPS = 20_000
const ALL_LOOK = 250

test('[LOG-2] nor do two hundred people in twenty thousand random steps, with clock jumps, reconnects and restarts', () => {
  const people = Array.from({ length: PEOPLE }, (_, n) => participant(n))
  const most = { stage: 0, hands: 0, backstage: 0, waiting: 0, removed: 0 }
  const steps = fc.array(randomSteps(people, 12), { minLength: STEPS, maxLength: STEPS, size: 'max' })
  let model = new RoomModel(people, participant(0), 8)
  fc.assert(
    fc.property(steps, (all) => {
      model = new RoomModel(people, participant(0), 8)
      for (const [n, step] of all.entries()) {
        model.does(step)
        const { stage, hands, backstage, waiting, removed, people: inside } = model.session
        for (const [what, { size }] of Object.entries({ stage, hands, backstage, waiting, removed }))
          most[what as keyof typeof most] = Math.max(most[what as keyof typeof most], size)
        // Who acted, and somebody else in turn; now and then everybody.
        if ('actor' in step) model.agrees(step.actor.id)
        const [turn] = [...inside.keys()].slice(n % Math.max(inside.size, 1))
        if (turn) model.agrees(turn)
        if (n % ALL_LOOK === 0) for (const id of model.clients.keys()) model.agrees(id)
        if (n % (8 * ALL_LOOK) === 0) expect(model.replayed()).toEqual(model.session)
      }
      expect(model.replayed()).toEqual(model.session)
    }),
    { seed: 1, numRuns: 2, endOnFailure: true },
  )
  // It was no idle room.
  expect(most.stage).toBeGreaterThan(5)
  expect(most.hands).toBeGreaterThan(10)
  expect(Math.min(most.backstage, most.waiting, most.removed)).toBeGreaterThan(0)
  expect(model.refusals.size).toBeGreaterThan(10)
}, 120_000)

function participant(n: number): Actor {
  const role: Role = n === 0 ? 'host' : n < 3 ? 'cohost' : n < 8 ? 'moderator' : n < 30 ? 'speaker' : 'participant'
  return { id: `participant-${n}`.padEnd(22, '_'), name: `Participant ${n}`, role }
}
