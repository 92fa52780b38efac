import { expect, test } from 'vitest'
import { does, given, happens, ON_STAGE, pageOf, tries } from '../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import type { Command } from '../../protocol/commands.ts'
import { beforeOf, deliveryOf, viewFor } from '../audience/audience.ts'
import { evolve } from '../evolve.ts'
import { grantOf, grantsChangedBy } from '../stage/grants.ts'
import { permissionsOf } from '../permissions/policy.ts'
import type { Session } from '../session/session.ts'

const share: Command = { type: 'startShare', sound: true, instead: null }
const insteadOf = ({ id }: { id: string }): Command => ({ ...share, instead: id })
const stop = ({ id }: { id: string }): Command => ({ type: 'stopShare', person: id })
const sharer = (session: Session) => session.share?.person ?? null

/** Noor and Mei may share, as viewers. */
function permitted() {
  const session = given('webinar', hana, kwame, amara, noor, mei)
  for (const { id, role } of [noor, mei]) {
    const permissions = { ...permissionsOf({ role }), shareScreen: true }
    does(session, hana, { type: 'setPermissions', person: id, permissions })
  }
  return session
}

test('[SHARE-1] who runs the room shares, and who has the permission, from where they are', () => {
  const session = permitted()
  expect(tries(session, amara, share)).toBe('not-permitted')
  expect(tries(session, kwame, share)).toBe('allowed')
  does(session, noor, share)
  expect(session).toMatchObject({ share: { person: noor.id, sound: true, at: 1 } })
  expect(session.people.get(noor.id)?.place).toBe('viewer')
  expect(does(session, noor, share)).toEqual([])
})

test('[SHARE-1] nobody shares from backstage, and who is led there stops', () => {
  const session = permitted()
  does(session, noor, share)
  does(session, hana, { type: 'holdBackstage', person: noor.id })
  does(session, noor, ON_STAGE)
  expect(sharer(session)).toBeNull()
  expect(tries(session, noor, share)).toBe('not-from-backstage')
  does(session, hana, { type: 'bringOn', person: noor.id })
  does(session, noor, share)
  expect(sharer(session)).toBe(noor.id)
})

test('[SHARE-2] everybody inside knows who shares, a viewer too, and at the door nobody is named', () => {
  const session = permitted()
  const event = { type: 'shareStarted', at: 1, person: noor.id, sound: false } as const
  const before = beforeOf(session, event)
  evolve(session, event)
  expect(deliveryOf(session, event, before).everyone.map(({ type }) => type)).toEqual(['met', 'shareStarted'])
  expect(viewFor(session, mei.id).share).toMatchObject({ person: noor.id })
  expect(viewFor(session, mei.id).people.map(({ id }) => id)).toContain(noor.id)
  expect(viewFor(session, 'nobody').share).toBeNull()
  const end = { type: 'left', at: 2, person: noor.id, why: 'self' } as const
  const last = beforeOf(session, end)
  evolve(session, end)
  expect(deliveryOf(session, end, last).everyone).toEqual([end])
})

test('[SHARE-3] who takes over says from whom, and one never shares beside another', () => {
  const session = permitted()
  does(session, noor, share)
  expect(tries(session, mei, share)).toBe('someone-shares')
  expect(tries(session, mei, insteadOf(hana))).toBe('someone-shares')
  const [ended, started] = does(session, mei, insteadOf(noor))
  expect(ended).toMatchObject({ type: 'shareEnded', person: noor.id, why: 'taken', by: mei.id })
  expect(started).toMatchObject({ type: 'shareStarted', person: mei.id })
  expect(sharer(session)).toBe(mei.id)
})

test('[SHARE-3] who runs the room is not taken the screen from but by who could stop them', () => {
  const session = permitted()
  does(session, kwame, share)
  expect(tries(session, noor, insteadOf(kwame))).toBe('sharer-first')
  does(session, hana, insteadOf(kwame))
  expect(tries(session, kwame, insteadOf(hana))).toBe('sharer-first')
})

test('[SHARE-4] who runs the room stops a share, and nobody else another’s', () => {
  const session = permitted()
  does(session, noor, share)
  expect(tries(session, mei, stop(noor))).toBe('not-allowed')
  expect(does(session, kwame, stop(mei))).toEqual([])
  expect(does(session, kwame, stop(noor))).toMatchObject([{ type: 'shareEnded', why: 'stopped', by: kwame.id }])
  does(session, hana, share)
  expect(tries(session, kwame, stop(hana))).toBe('not-allowed')
})

test('[SHARE-5] a share ends with its person’s word, going, permission, role or page, and not with the stage', () => {
  const { raiseHand } = permissionsOf(noor)
  const without = { ...permissionsOf(noor), shareScreen: false, raiseHand }
  const ends: ((session: Session) => unknown)[] = [
    (session) => does(session, noor, stop(noor)),
    (session) => does(session, noor, { type: 'leave' }),
    (session) => does(session, hana, { type: 'removeFromRoom', person: noor.id, lasting: false }),
    (session) => does(session, hana, { type: 'setPermissions', person: noor.id, permissions: without }),
    (session) => happens(session, { type: 'arrive', person: noor.id, page: pageOf(mei) }),
    (session) => happens(session, { type: 'connectionLost', person: noor.id, clean: true }),
    (session) => does(session, hana, { type: 'endSession' }),
  ]
  for (const end of ends) {
    const session = permitted()
    does(session, noor, share)
    end(session)
    expect(sharer(session), String(end)).toBeNull()
  }
  const session = permitted()
  does(session, kwame, share)
  does(session, hana, { type: 'setRole', person: kwame.id, role: 'participant' })
  expect(sharer(session)).toBeNull()
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, ON_STAGE)
  does(session, noor, share)
  does(session, hana, { type: 'removeFromStage', person: noor.id })
  happens(session, { type: 'connectionLost', person: noor.id, clean: false })
  happens(session, { type: 'arrive', person: noor.id, page: pageOf(noor) })
  expect(sharer(session)).toBe(noor.id)
})

test('[SHARE-6] [SHARE-7] [MEDIA-1] a viewer who shares publishes a screen to everybody, and no voice beside a lock', () => {
  const session = permitted()
  does(session, noor, share)
  const grant = () => grantOf(session, noor.id)
  const sound = ['screen_share', 'screen_share_audio']
  expect(grant()).toEqual({ subscribe: true, publish: sound, silenced: [], offered: 'everyone', hidden: false })
  const events = does(session, hana, { type: 'turnOffAll', source: 'microphone', lock: true })
  expect(events.flatMap((event) => grantsChangedBy(session, event))).toContain(noor.id)
  expect(grant().publish).toEqual(['screen_share'])
  does(session, hana, { type: 'unlockAll', source: 'microphone' })
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, ON_STAGE)
  expect(grant().publish).toEqual(['microphone', 'camera', ...sound])
  does(session, noor, { ...share, sound: false })
  expect(grant().publish).toEqual(['microphone', 'camera', 'screen_share'])
  does(session, noor, stop(noor))
  expect(grant().publish).toEqual(['microphone', 'camera'])
})

test('[MEDIA-3] a sound that is called a screen ends the share of a viewer, and on stage the stay there too', () => {
  const session = permitted()
  does(session, noor, share)
  const foul = { type: 'trackPublished', person: noor.id, source: 'screen_share', kind: 'audio' } as const
  happens(session, { ...foul, kind: 'video' })
  expect(sharer(session)).toBe(noor.id)
  happens(session, foul)
  expect(sharer(session)).toBeNull()
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, ON_STAGE)
  does(session, noor, share)
  happens(session, foul)
  expect(session).toMatchObject({ share: null, stage: new Set() })
})

test('[STAGE-2] who shares never makes room', () => {
  const session = permitted()
  does(session, hana, { type: 'setStageSize', size: 1 })
  for (const { id } of [noor, amara]) does(session, hana, { type: 'invite', person: id })
  does(session, noor, ON_STAGE)
  expect(tries(session, amara, ON_STAGE, 100_000)).toBe('allowed')
  does(session, noor, share)
  expect(tries(session, amara, ON_STAGE, 100_000)).toBe('stage-full')
})
