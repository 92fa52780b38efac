import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { evolve } from '../evolve.ts'
import { stageOf, type Session } from '../session/session.ts'

const names = (session: Session) => stageOf(session).map((person) => person.name)

test('[STAGE-1] a person comes on stage with microphone and camera as chosen', () => {
  const session = given('interactive', noor)
  does(session, noor, { type: 'goOnStage', microphone: false, camera: true })
  expect(stageOf(session)).toMatchObject([{ id: noor.id, place: 'stage', microphone: false, camera: true }])
})

test('[STAGE-1] coming on stage twice changes nothing', () => {
  const session = given('interactive', noor)
  does(session, noor, ON_STAGE)
  expect(does(session, noor, ON_STAGE)).toEqual([])
})

test('[STAGE-6] a full stage refuses, and hand and invitation stay', () => {
  const session = given('webinar', hana, noor)
  session.stageSize = 1
  does(session, hana, ON_STAGE)
  does(session, noor, { type: 'raiseHand' })
  does(session, hana, { type: 'invite', person: noor.id })
  expect(tries(session, noor, ON_STAGE)).toBe('stage-full')
  expect(session.hands.has(noor.id)).toBe(true)
  expect(session.people.get(noor.id)?.invitation).not.toBeNull()
})

test('[STAGE-3] coming on stage closes the invitation and lowers the hand', () => {
  const session = given('webinar', hana, noor)
  does(session, noor, { type: 'raiseHand' })
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, ON_STAGE)
  expect(session.hands.size).toBe(0)
  expect(session.people.get(noor.id)?.invitation).toBeNull()
})

test('[STAGE-4] who leaves the stage is a viewer with everything off, and still inside', () => {
  const session = given('interactive', noor)
  does(session, noor, ON_STAGE)
  does(session, noor, { type: 'leaveStage' })
  expect(session.people.get(noor.id)).toMatchObject({ place: 'viewer', microphone: false, camera: false })
  expect(does(session, noor, { type: 'leaveStage' })).toEqual([])
})

test('[STAGE-5] who runs the room removes from the stage; others are refused', () => {
  const session = given('interactive', hana, kwame, noor, mei)
  does(session, noor, ON_STAGE)
  expect(tries(session, mei, { type: 'removeFromStage', person: noor.id })).toBe('not-allowed')
  expect(does(session, kwame, { type: 'removeFromStage', person: noor.id })).toMatchObject([
    { type: 'leftStage', why: 'removed', by: kwame.id },
  ])
  expect(session.people.get(noor.id)?.place).toBe('viewer')
})

test('[ACCESS-1] hosts, moderators and speakers join the stage in every access', () => {
  const session = given('webinar', hana, kwame, amara)
  for (const access of ['everyone', 'request', 'invite'] as const) {
    evolve(session, { type: 'accessSet', at: 1, access, by: hana.id })
    for (const who of [hana, kwame, amara]) expect(tries(session, who, ON_STAGE)).toBe('allowed')
  }
})

test('[ACCESS-2] [ACCESS-3] [ACCESS-4] the access decides how a participant comes up', () => {
  const session = given('interactive', hana, noor)
  expect(tries(session, noor, ON_STAGE)).toBe('allowed')
  does(session, hana, { type: 'setAccess', access: 'request' })
  expect(tries(session, noor, ON_STAGE)).toBe('ask-first')
  expect(tries(session, noor, { type: 'askToJoin' })).toBe('allowed')
  does(session, hana, { type: 'setAccess', access: 'invite' })
  expect(tries(session, noor, ON_STAGE)).toBe('invite-only')
  expect(tries(session, noor, { type: 'askToJoin' })).toBe('invite-only')
  expect(tries(session, noor, { type: 'raiseHand' })).toBe('allowed')
})

test('[ACCESS-6] a change of access takes nobody off the stage or out of the queue', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, noor, ON_STAGE)
  does(session, mei, { type: 'raiseHand' })
  does(session, hana, { type: 'setAccess', access: 'invite' })
  expect(names(session)).toEqual([noor.name])
  expect(session.hands.has(mei.id)).toBe(true)
})

test('[MUTE-1] only the person turns a microphone on, and only on stage', () => {
  const session = given('interactive', hana, noor)
  expect(tries(session, noor, { type: 'turnMicrophone', on: true })).toBe('not-on-stage')
  does(session, noor, { type: 'goOnStage', microphone: false, camera: false })
  does(session, noor, { type: 'turnMicrophone', on: true })
  expect(session.people.get(noor.id)?.microphone).toBe(true)
})

test('[MUTE-3] who runs the room turns off, and there is no command that turns on', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, noor, ON_STAGE)
  expect(tries(session, mei, { type: 'mute', person: noor.id })).toBe('not-allowed')
  does(session, hana, { type: 'mute', person: noor.id })
  does(session, hana, { type: 'turnOffCamera', person: noor.id })
  expect(session.people.get(noor.id)).toMatchObject({ microphone: false, camera: false })
  expect(does(session, hana, { type: 'mute', person: noor.id })).toEqual([])
})

test('[ROLE-3] what a moderator does against a person does not reach a host', () => {
  const session = given('interactive', hana, kwame)
  does(session, hana, ON_STAGE)
  for (const type of ['mute', 'turnOffCamera', 'removeFromStage', 'lowerHand'] as const)
    expect(tries(session, kwame, { type, person: hana.id })).toBe('not-allowed')
})

test('[MEDIA-3] sound labelled as a camera takes its person off the stage', () => {
  const session = given('interactive', noor)
  does(session, noor, ON_STAGE)
  const honest = { type: 'trackPublished', person: noor.id, source: 'camera', kind: 'video' } as const
  expect(happens(session, honest)).toEqual([])
  expect(happens(session, { ...honest, kind: 'audio' })).toMatchObject([{ type: 'leftStage', why: 'foul' }])
})
