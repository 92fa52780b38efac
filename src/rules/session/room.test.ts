import { expect, test } from 'vitest'
import { hana, mei, noor } from '../../../test/rules/people.ts'
import { does, given, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { evolve } from '../evolve.ts'
import { startSession } from './room.ts'
import { nothingYet, type Session } from './session.ts'

function next(session: Session): Session {
  does(session, hana, { type: 'endSession' })
  const room = { id: session.room, name: session.name, mode: 'interactive' } as const
  const started = startSession(room, session, hana, 's'.repeat(22), 9, 0)
  if (!Array.isArray(started)) throw new Error('refused')
  return started.reduce(evolve, nothingYet())
}

test('[MODE-3] a change of mode takes nobody off the stage and nobody out of the queue', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, noor, ON_STAGE)
  does(session, mei, { type: 'raiseHand' })
  does(session, hana, { type: 'setMode', mode: 'webinar' })
  expect(session).toMatchObject({ mode: 'webinar', access: 'invite', stageSize: 10 })
  expect([session.stage.size, session.hands.size]).toEqual([1, 1])
  expect(tries(session, mei, ON_STAGE)).toBe('invite-only')
  expect(tries(session, mei, { type: 'setMode', mode: 'interactive' })).toBe('not-allowed')
})

test('[MODE-4] a smaller stage takes nobody off and lets nobody on', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, hana, ON_STAGE)
  does(session, noor, ON_STAGE)
  does(session, hana, { type: 'setStageSize', size: 1 })
  expect(session.stage.size).toBe(2)
  expect(tries(session, mei, ON_STAGE)).toBe('stage-full')
  expect(tries(session, noor, { type: 'setStageSize', size: 9 })).toBe('not-allowed')
})

test('[MODE-3] [MODE-4] the next session begins with the room’s mode and sizes, and its first access', () => {
  const session = given('interactive', hana, noor)
  does(session, hana, { type: 'setStageSize', size: 49 })
  does(session, hana, { type: 'setMode', mode: 'webinar' })
  does(session, hana, { type: 'setStageSize', size: 3 })
  does(session, hana, { type: 'setAccess', access: 'everyone' })
  does(session, noor, { type: 'raiseHand' })
  const after = next(session)
  expect(after).toMatchObject({ mode: 'webinar', access: 'invite', stageSize: 3 })
  expect(after.sizes).toEqual({ interactive: 49, webinar: 3 })
  expect(after.hands.size).toBe(0)
})
