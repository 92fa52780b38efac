import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { audienceOf, beforeOf, findViewers, deliveryOf, viewFor } from '../audience/audience.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import { grantOf, grantsChangedBy } from './grants.ts'
import { isRejection, type ActingPerson } from '../outcome.ts'
import { permissionsOf } from '../permissions/policy.ts'

const hold = { type: 'holdBackstage', person: noor.id } as const
const bring = { type: 'bringOn', person: noor.id } as const

function isBackstage() {
  const session = given('webinar', hana, kwame, noor, mei)
  does(session, kwame, hold)
  does(session, noor, ON_STAGE)
  return session
}

test('[BACKSTAGE-1] who is held opens backstage: may publish, is known to who runs the room, and to nobody else', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  does(session, kwame, hold)
  const outcome = decide(session, noor, ON_STAGE, 1)
  if (isRejection(outcome)) throw new Error(outcome.refusal)
  const ears = outcome.flatMap((event) => {
    const before = beforeOf(session, event)
    evolve(session, event)
    return deliveryOf(session, event, before)
  })
  expect(ears.flatMap(({ everyone }) => everyone)).toEqual([])
  expect(ears.flatMap(({ moderators }) => moderators.map(({ type }) => type))).toContain('cameBackstage')
  expect(session.people.get(noor.id)).toMatchObject({ place: 'backstage', microphone: true, invitation: null })
  expect(grantOf(session, noor.id)).toMatchObject({ publish: ['microphone', 'camera'], hidden: false })
  expect(viewFor(session, mei.id).people.map(({ id }) => id)).not.toContain(noor.id)
  expect(viewFor(session, hana.id).people.find(({ id }) => id === noor.id)?.place).toBe('backstage')
  expect(audienceOf(session)).toMatchObject({ onStage: 0, viewers: 4 })
})

test('[MEDIA-6] what a person sends is for nobody, backstage for who runs the room now, and on stage for everybody', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  const offered = () => grantOf(session, noor.id).offered
  expect(offered()).toEqual([])
  does(session, kwame, hold)
  does(session, noor, ON_STAGE)
  expect(offered()).toEqual([hana.id, kwame.id])
  const lowered = does(session, hana, { type: 'setRole', person: kwame.id, role: 'participant' })
  expect(lowered.flatMap((event) => grantsChangedBy(session, event))).toContain(noor.id)
  expect(offered()).toEqual([hana.id])
  does(session, hana, bring)
  expect(offered()).toBe('everyone')
  does(session, noor, { type: 'leaveStage' })
  expect(offered()).toEqual([])
})

test('[BACKSTAGE-3] the locks of all reach backstage', () => {
  const session = isBackstage()
  does(session, hana, { type: 'turnOffAll', source: 'microphone', lock: true })
  expect(session.people.get(noor.id)).toMatchObject({ place: 'backstage', microphone: false, camera: true })
  expect(grantOf(session, noor.id).publish).toEqual(['camera'])
})

test('[BACKSTAGE-7] who comes to run the room backstage is known to everybody, and where they are is not', () => {
  const session = isBackstage()
  const [role] = does(session, hana, { type: 'setRole', person: noor.id, role: 'moderator' })
  if (!role) throw new Error('no role was given')
  const { everyone, moderators } = deliveryOf(session, role, { everyone: false, moderators: true, isBackstage: true })
  expect(everyone[0]).toMatchObject({ type: 'met', person: { role: 'moderator', place: 'viewer', camera: false } })
  expect(moderators[0]).toMatchObject({ type: 'met', person: { role: 'moderator', place: 'backstage', camera: true } })
  const known = viewFor(session, mei.id).people.find(({ id }) => id === noor.id)
  expect(known).toMatchObject({ place: 'viewer', microphone: false })
})

test('[BACKSTAGE-7] whoever looks the viewers up finds who is backstage as a viewer, but for those who run the room', () => {
  const session = isBackstage()
  const found = (by: ActingPerson) => {
    const asker = session.people.get(by.id)
    const answer =
      asker && findViewers(session, asker, { type: 'viewers', language: 'en', search: 'noor', from: 0, limit: 9 })
    return typeof answer === 'object' ? answer.rows.map(({ place, camera }) => [place, camera]) : answer
  }
  does(session, hana, {
    type: 'setPermissions',
    person: mei.id,
    permissions: { ...permissionsOf(mei), seeParticipants: true },
  })
  expect(found(mei)).toEqual([['viewer', false]])
  expect(found(hana)).toEqual([])
})

test('[BACKSTAGE-2] bring on now: on stage at once, with microphone and camera as they are', () => {
  const session = isBackstage()
  does(session, noor, { type: 'turnMicrophone', on: false })
  expect(tries(session, mei, bring)).toBe('not-allowed')
  expect(does(session, hana, bring)).toMatchObject([
    { type: 'cameOnStage', microphone: false, camera: true, by: hana.id },
  ])
  expect([session.stage.has(noor.id), session.backstage.has(noor.id)]).toEqual([true, false])
  expect(does(session, hana, bring)).toEqual([])
})

test('[BACKSTAGE-2] said before the answer, it makes the invitation an ordinary one; holding does the opposite', () => {
  const session = given('webinar', hana, noor)
  expect(tries(session, hana, bring)).toBe('not-backstage')
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, hana, hold)
  expect(session.people.get(noor.id)?.invitation?.hold).toBe(true)
  does(session, hana, bring)
  does(session, noor, ON_STAGE)
  expect(session.stage.has(noor.id)).toBe(true)
})

test('[BACKSTAGE-3] backstage one is muted, locked, removed, and leaves as on stage', () => {
  const session = isBackstage()
  does(session, kwame, { type: 'mute', person: noor.id })
  expect(session.people.get(noor.id)?.microphone).toBe(false)
  does(session, kwame, { type: 'setLock', person: noor.id, source: 'microphone', on: true })
  expect(tries(session, noor, { type: 'turnMicrophone', on: true })).toBe('microphone-locked')
  does(session, kwame, { type: 'removeFromStage', person: noor.id })
  expect(session.people.get(noor.id)?.place).toBe('viewer')
  expect(grantOf(session, noor.id).publish).toEqual([])
  const other = isBackstage()
  does(other, noor, { type: 'leaveStage' })
  expect(other.backstage.size).toBe(0)
})

test('[BACKSTAGE-4] a full stage refuses, and the person stays backstage', () => {
  const session = isBackstage()
  session.stageSize = 1
  does(session, hana, ON_STAGE)
  expect(tries(session, kwame, bring)).toBe('stage-full')
  expect(session.backstage.has(noor.id)).toBe(true)
})

test('[BACKSTAGE-5] the hand stays up backstage and goes down on the stage', () => {
  const session = given('webinar', hana, noor)
  does(session, noor, { type: 'raiseHand' })
  does(session, hana, hold)
  does(session, noor, ON_STAGE)
  expect(session.hands.has(noor.id)).toBe(true)
  does(session, hana, bring)
  expect(session.hands.has(noor.id)).toBe(false)
})

test('[BACKSTAGE-6] who is held waits to be brought on, unless the stage is open to them', () => {
  const session = isBackstage()
  expect(tries(session, noor, ON_STAGE)).toBe('held')
  does(session, hana, { type: 'setAccess', access: 'everyone' })
  does(session, noor, ON_STAGE)
  expect(session.stage.has(noor.id)).toBe(true)
  const speaker = given('webinar', hana, amara)
  does(speaker, hana, { type: 'holdBackstage', person: amara.id })
  does(speaker, amara, ON_STAGE)
  does(speaker, amara, ON_STAGE)
  expect(speaker.stage.has(amara.id)).toBe(true)
})

test('[BACKSTAGE-1] nobody who runs the room is held', () => {
  const session = given('webinar', hana, kwame)
  expect(tries(session, hana, { type: 'holdBackstage', person: kwame.id })).toBe('not-allowed')
})

test('[PRESENCE-1] who is cut off backstage comes back there, muted on a new page', () => {
  const session = isBackstage()
  happens(session, { type: 'connectionLost', person: noor.id, clean: false }, 5)
  happens(session, { type: 'arrive', person: noor.id, page: 'q'.repeat(22) }, 60_000)
  expect(session.people.get(noor.id)).toMatchObject({
    place: 'backstage',
    present: true,
    microphone: false,
    camera: false,
  })
})
