import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor, tom } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import { isRejection, type Actor } from '../outcome.ts'
import { queueOf, type Session } from '../session/session.ts'

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
  if (!isRejection(outcome)) throw new Error('allowed')
  for (const event of outcome.events ?? []) evolve(session, event)
  return outcome.refusal
}

test('[STAGE-2] the one silent longest makes room, and is a viewer', () => {
  const session = full(noor, amara)
  happens(session, { type: 'spoke', person: noor.id }, 50_000)
  const events = does(session, mei, QUIET, LATER)
  expect(events).toMatchObject([{ type: 'leftStage', person: amara.id, why: 'made-room' }, { type: 'cameOnStage' }])
  expect([...session.stage]).toEqual([noor.id, mei.id])
})

test('[STAGE-2] never who runs the room, who speaks, or who came less than 30 seconds ago', () => {
  expect(tries(full(hana, kwame), mei, QUIET, LATER)).toBe('stage-full')
  const speaking = full(noor)
  happens(speaking, { type: 'spoke', person: noor.id }, LATER - 10_000)
  expect(tries(speaking, mei, QUIET, LATER)).toBe('stage-full')
  expect(tries(speaking, mei, QUIET, LATER + 10_000)).toBe('allowed')
  expect(tries(full(noor), mei, QUIET, 30_000)).toBe('stage-full')
  expect(tries(full(noor), mei, QUIET, 30_001)).toBe('allowed')
})

test('[STAGE-7] who is muted does not speak, whatever was reported before', () => {
  const session = full(noor)
  happens(session, { type: 'spoke', person: noor.id }, LATER - 1_000)
  does(session, noor, { type: 'turnMicrophone', on: false }, LATER - 500)
  expect(happens(session, { type: 'spoke', person: noor.id }, LATER + 60_000)).toEqual([])
  expect(tries(session, mei, QUIET, LATER)).toBe('allowed')
})

test('[STAGE-7] a voice is noted once in ten seconds', () => {
  const session = full(noor)
  expect(happens(session, { type: 'spoke', person: noor.id }, 20_000)).toHaveLength(1)
  expect(happens(session, { type: 'spoke', person: noor.id }, 29_999)).toEqual([])
  expect(happens(session, { type: 'spoke', person: noor.id }, 30_000)).toHaveLength(1)
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

test('[STAGE-6] two hundred who find the stage full stand before an ordinary hand, in the order of coming', () => {
  const crowd = Array.from({ length: 200 }, (_, n) => ({
    id: `late-${n}`.padEnd(22, '_'),
    name: `Late ${n}`,
    role: 'participant' as const,
  }))
  const session = given('interactive', hana, kwame, noor, ...crowd)
  does(session, hana, { type: 'setStageSize', size: 1 })
  does(session, hana, ON_STAGE)
  does(session, noor, { type: 'raiseHand' })
  for (const who of crowd) refused(session, who, 1)
  expect(queueOf(session).map(({ person }) => person)).toEqual([...crowd, noor].map(({ id }) => id))
})

test('[STAGE-6] [HAND-6] a hand that is moved stands where it was put, among those who found the stage full or not', () => {
  const session = given('interactive', hana, kwame, noor, mei, amara)
  does(session, hana, { type: 'setStageSize', size: 1 })
  does(session, hana, ON_STAGE)
  does(session, noor, { type: 'raiseHand' })
  does(session, amara, { type: 'raiseHand' })
  refused(session, mei, 1)
  const order = () => queueOf(session).map(({ person }) => person)
  expect(order()).toEqual([mei.id, noor.id, amara.id])
  does(session, hana, { type: 'moveHand', person: amara.id, before: mei.id })
  expect(order()).toEqual([amara.id, mei.id, noor.id])
  does(session, hana, { type: 'moveHand', person: mei.id, before: null })
  expect(order()).toEqual([amara.id, noor.id, mei.id])
  does(session, hana, { type: 'moveHand', person: amara.id, before: mei.id })
  expect(order()).toEqual([noor.id, amara.id, mei.id])
})
