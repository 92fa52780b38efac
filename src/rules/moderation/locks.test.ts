import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { grantOf, grantsChangedBy } from '../stage/grants.ts'

const lock = (person: string, on = true) => ({ type: 'setLock', person, source: 'microphone', on }) as const
const OPEN = { type: 'turnMicrophone', on: true } as const
const everybodyOnStage = () => {
  const session = given('interactive', hana, kwame, amara, noor)
  for (const who of [hana, kwame, amara, noor]) does(session, who, ON_STAGE)
  return session
}

test('[LOCK-1] a locked microphone is off, grants nothing, and its person cannot turn it on', () => {
  const session = everybodyOnStage()
  expect(does(session, kwame, lock(noor.id))).toMatchObject([
    { type: 'microphoneTurned', on: false },
    { type: 'lockSet' },
  ])
  expect(tries(session, noor, OPEN)).toBe('microphone-locked')
  expect(grantOf(session, noor.id)).toMatchObject({ publish: ['camera'], silenced: [] })
  expect(does(session, kwame, lock(noor.id))).toEqual([])
})

test('[LOCK-1] the lock holds off the stage, and through leaving and coming back', () => {
  const session = everybodyOnStage()
  does(session, kwame, lock(noor.id))
  does(session, noor, { type: 'leave' })
  does(session, noor, { type: 'join', page: 'p'.repeat(22) })
  does(session, noor, ON_STAGE)
  expect(session.people.get(noor.id)).toMatchObject({ microphone: false, camera: true, microphoneLock: 'locked' })
  expect(tries(session, noor, OPEN)).toBe('microphone-locked')
})

test('[LOCK-4] unlocking opens nothing; the person does', () => {
  const session = everybodyOnStage()
  does(session, kwame, lock(noor.id))
  does(session, kwame, lock(noor.id, false))
  expect(session.people.get(noor.id)?.microphone).toBe(false)
  expect(tries(session, noor, OPEN)).toBe('allowed')
})

test('[LOCK-2] mute all reaches whom one may mute, and not oneself', () => {
  const session = everybodyOnStage()
  does(session, kwame, { type: 'turnOffAll', source: 'microphone', lock: false })
  const on = [...session.people.values()].filter((person) => person.microphone).map(({ id }) => id)
  expect(on).toEqual([hana.id, kwame.id])
  expect(tries(session, noor, OPEN)).toBe('allowed')
  does(session, hana, { type: 'turnOffAll', source: 'camera', lock: false })
  expect([...session.people.values()].filter((person) => person.camera).map(({ id }) => id)).toEqual([hana.id])
})

test('[LOCK-2] a participant mutes nobody', () => {
  const session = everybodyOnStage()
  expect(tries(session, noor, { type: 'turnOffAll', source: 'microphone', lock: true })).toBe('not-allowed')
  expect(tries(session, amara, { type: 'unlockAll', source: 'microphone' })).toBe('not-allowed')
})

test('[LOCK-3] all locked: who comes later is locked too, who runs the room is not, one can be let off', () => {
  const session = everybodyOnStage()
  const events = does(session, kwame, { type: 'turnOffAll', source: 'microphone', lock: true })
  expect(events.flatMap((event) => grantsChangedBy(session, event))).toContain(noor.id)
  expect(tries(session, noor, OPEN)).toBe('microphone-locked')
  expect(tries(session, hana, OPEN)).toBe('allowed')
  does(session, mei, { type: 'join', page: 'p'.repeat(22) })
  does(session, mei, ON_STAGE)
  expect(session.people.get(mei.id)?.microphone).toBe(false)
  expect(tries(session, mei, OPEN)).toBe('microphone-locked')
  does(session, kwame, lock(noor.id, false))
  expect(tries(session, noor, OPEN)).toBe('allowed')
  does(session, noor, { type: 'leaveStage' })
  does(session, noor, ON_STAGE)
  expect(tries(session, noor, OPEN)).toBe('microphone-locked')
})

test('[LOCK-3] who was let off is locked again by the next lock of all', () => {
  const session = everybodyOnStage()
  const all = { type: 'turnOffAll', source: 'microphone', lock: true } as const
  does(session, kwame, all)
  does(session, kwame, lock(noor.id, false))
  does(session, kwame, { type: 'unlockAll', source: 'microphone' })
  does(session, kwame, all)
  expect(tries(session, noor, OPEN)).toBe('microphone-locked')
})

test('[LOCK-4] unlocking all ends the lock of all and those of each', () => {
  const session = everybodyOnStage()
  does(session, kwame, lock(noor.id))
  does(session, kwame, { type: 'turnOffAll', source: 'microphone', lock: true })
  does(session, kwame, { type: 'unlockAll', source: 'microphone' })
  for (const who of [amara, noor]) expect(tries(session, who, OPEN)).toBe('allowed')
  expect(session.people.get(noor.id)?.microphone).toBe(false)
})

test('[LOCK-6] who does not run the room any more is under the lock of all, and what is open goes off', () => {
  const session = given('interactive', hana, kwame)
  does(session, kwame, ON_STAGE)
  does(session, hana, { type: 'turnOffAll', source: 'microphone', lock: true })
  does(session, kwame, { type: 'turnMicrophone', on: true })
  does(session, hana, { type: 'setRole', person: kwame.id, role: 'speaker' })
  expect(session.people.get(kwame.id)).toMatchObject({ role: 'speaker', microphone: false, camera: true })
  expect(tries(session, kwame, { type: 'turnMicrophone', on: true })).toBe('microphone-locked')
})

test('[LOCK-5] who is made moderator is unlocked', () => {
  const session = everybodyOnStage()
  does(session, kwame, lock(noor.id))
  does(session, kwame, { type: 'setRole', person: noor.id, role: 'moderator' })
  expect(tries(session, noor, OPEN)).toBe('allowed')
})

test('[MUTE-4] asking to unmute changes nothing, and cannot ask for what is locked', () => {
  const session = everybodyOnStage()
  const ask = { type: 'askToUnmute', person: noor.id } as const
  expect(does(session, kwame, ask)).toEqual([])
  does(session, kwame, { type: 'mute', person: noor.id })
  expect(does(session, kwame, ask)).toMatchObject([{ type: 'askedToUnmute', person: noor.id, by: kwame.id }])
  expect(session.people.get(noor.id)?.microphone).toBe(false)
  does(session, kwame, lock(noor.id))
  expect(tries(session, kwame, ask)).toBe('microphone-locked')
  expect(tries(session, amara, ask)).toBe('not-allowed')
})

test('[LOCK-1] a microphone that is still there in the moment of being locked is no foul', () => {
  const session = everybodyOnStage()
  does(session, kwame, lock(noor.id))
  const there = { type: 'trackPublished', person: noor.id, source: 'microphone', kind: 'audio' } as const
  expect(happens(session, there)).toEqual([])
})
