import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor, tom } from '../../test/people.ts'
import { does, given, ON_STAGE, tries } from '../../test/given.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { isRefusal, type Actor } from './outcome.ts'
import { queueOf, type Session } from './session.ts'

const QUIET = { type: 'goOnStage', microphone: false, camera: true } as const
const LATER = 100_000

/** A full stage of two, since long ago. */
function full(...onStage: Actor[]) {
  const session = given('interactive', hana, kwame, tom, amara, noor, mei)
  session.stageSize = onStage.length
  for (const [n, who] of onStage.entries()) does(session, who, ON_STAGE, 1 + n)
  return session
}

/** What somebody is refused, with what that leaves behind. */
function refused(session: Session, who: Actor, at: number) {
  const outcome = decide(session, who, QUIET, at)
  if (!isRefusal(outcome)) throw new Error('allowed')
  for (const event of outcome.events ?? []) evolve(session, event)
  return outcome.refusal
}

test('[STAGE-2] the one silent longest makes room, and is a viewer', () => {
  const session = full(noor, amara)
  does(session, noor, { type: 'spoke' }, 50_000)
  const events = does(session, mei, QUIET, LATER)
  expect(events).toMatchObject([{ type: 'leftStage', person: amara.id, why: 'made-room' }, { type: 'cameOnStage' }])
  expect([...session.stage]).toEqual([noor.id, mei.id])
})

test('[STAGE-2] never who runs the room, who speaks, or who came less than 30 seconds ago', () => {
  expect(tries(full(hana, kwame), mei, QUIET, LATER)).toBe('stage-full')
  const speaking = full(noor)
  does(speaking, noor, { type: 'spoke' }, LATER - 10_000)
  expect(tries(speaking, mei, QUIET, LATER)).toBe('stage-full')
  expect(tries(speaking, mei, QUIET, LATER + 10_000)).toBe('allowed')
  expect(tries(full(noor), mei, QUIET, 30_000)).toBe('stage-full')
  expect(tries(full(noor), mei, QUIET, 30_001)).toBe('allowed')
})

test('[STAGE-7] who is muted does not speak, whatever was reported before', () => {
  const session = full(noor)
  does(session, noor, { type: 'spoke' }, LATER - 1_000)
  does(session, noor, { type: 'turnMicrophone', on: false }, LATER - 500)
  expect(tries(session, noor, { type: 'spoke' }, LATER)).toBe('not-on-stage')
  expect(tries(session, mei, QUIET, LATER)).toBe('allowed')
})

test('[STAGE-7] a report counts once in ten seconds', () => {
  const session = full(noor)
  expect(does(session, noor, { type: 'spoke' }, 20_000)).toHaveLength(1)
  expect(does(session, noor, { type: 'spoke' }, 29_999)).toEqual([])
  expect(does(session, noor, { type: 'spoke' }, 30_000)).toHaveLength(1)
})

test('[STAGE-6] who finds no room is told, and stands before all who were not told so', () => {
  const session = full(hana, kwame)
  does(session, tom, { type: 'raiseHand' })
  does(session, hana, { type: 'invite', person: mei.id })
  expect(refused(session, mei, LATER)).toBe('stage-full')
  expect(refused(session, noor, LATER + 1)).toBe('stage-full')
  expect(refused(session, mei, LATER + 2)).toBe('stage-full')
  expect(queueOf(session).map(({ person }) => person)).toEqual([mei.id, noor.id, tom.id])
  expect(session.people.get(mei.id)?.invitation).not.toBeNull()
})
