import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor, tom, yuki } from '../../../test/rules/people.ts'
import { does, given, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { GivenRole, Permission, type Role } from '../../protocol/types.ts'
import { findViewers } from '../audience/audience.ts'
import { decide } from '../decide.ts'
import { can, OFFERED, wayToStage } from './policy.ts'
import { startSession } from '../session/room.ts'

const ALL = {
  shareScreen: false,
  presentContent: false,
  chat: true,
  react: true,
  raiseHand: true,
  joinStage: true,
  seeParticipants: true,
}
const permitted = (what: Partial<Record<Permission, boolean>>) =>
  ({ type: 'setPermissions', person: noor.id, permissions: { ...ALL, ...what } }) as const

test('[PERMISSION-5] what governs nothing yet is kept, and not offered', () => {
  expect(OFFERED).toEqual(Permission.options.filter((each) => each !== 'writeNotes'))
  const session = given('interactive', hana, noor)
  does(session, hana, permitted({ presentContent: true }))
  expect(session.people.get(noor.id)?.custom).toEqual({ presentContent: true })
})

test('[ROLE-3] a moderator mutes another moderator, and neither a host nor a co-host', () => {
  const role = (of: Role) => ({ role: of })
  for (const verb of ['mute', 'turnOffCamera', 'removeFromStage', 'lowerHand'] as const) {
    expect(can(role('moderator'), verb, role('moderator'))).toBe(true)
    for (const high of ['host', 'cohost'] as const) expect(can(role('moderator'), verb, role(high))).toBe(false)
    expect(can(role('cohost'), verb, role('host'))).toBe(true)
  }
})

test('[ROLE-4] two moderators cannot shut each other out, and nobody a host', () => {
  const session = given('interactive', hana, yuki, kwame, tom)
  for (const person of [tom.id, yuki.id, hana.id]) {
    expect(tries(session, kwame, { type: 'removeFromRoom', person, lasting: true })).toBe('not-allowed')
    expect(tries(session, kwame, { type: 'setRole', person, role: 'participant' })).toBe('not-allowed')
    expect(tries(session, kwame, { type: 'setLock', person, source: 'microphone', on: true })).toBe('not-allowed')
  }
  for (const command of [
    { type: 'removeFromRoom', person: hana.id, lasting: false },
    { type: 'setRole', person: hana.id, role: 'participant' },
    { type: 'setLock', person: hana.id, source: 'microphone', on: true },
  ] as const)
    expect(tries(session, yuki, command)).toBe('not-allowed')
})

test('[ROLE-5] each gives roles up to the own; only the host makes co-hosts', () => {
  const session = given('interactive', hana, yuki, kwame, amara, noor)
  const gives = (who: typeof hana | typeof yuki | typeof kwame | typeof amara) =>
    GivenRole.options.filter((role) => tries(session, who, { type: 'setRole', person: noor.id, role }) === 'allowed')
  expect(gives(hana)).toEqual(['cohost', 'moderator', 'speaker', 'participant'])
  expect(gives(yuki)).toEqual(['moderator', 'speaker', 'participant'])
  expect(gives(kwame)).toEqual(['moderator', 'speaker', 'participant'])
  expect(gives(amara)).toEqual([])
})

test('[ROLE-5] who is made moderator runs the room from then on, and no longer when it is taken', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'setRole', person: noor.id, role: 'moderator' })
  expect(session.moderators.has(noor.id)).toBe(true)
  expect(tries(session, noor, { type: 'invite', person: mei.id })).toBe('allowed')
  does(session, hana, { type: 'setRole', person: noor.id, role: 'participant' })
  expect(session.moderators.has(noor.id)).toBe(false)
  expect(tries(session, noor, { type: 'invite', person: mei.id })).toBe('not-allowed')
})

test('[PERMISSION-1] [PERMISSION-2] what differs from the role is custom, and nothing else is', () => {
  const session = given('interactive', hana, noor)
  expect(does(session, hana, permitted({}))).toEqual([])
  does(session, hana, permitted({ shareScreen: true, chat: false }))
  expect(session.people.get(noor.id)?.custom).toEqual({ shareScreen: true, chat: false })
  does(session, hana, permitted({}))
  expect(session.people.get(noor.id)?.custom).toEqual({})
})

test('[PERMISSION-2] what two change at once both holds, and the rest stays', () => {
  const session = given('interactive', hana, kwame, noor)
  does(session, hana, { type: 'setPermissions', person: noor.id, permissions: { chat: false } })
  does(session, kwame, { type: 'setPermissions', person: noor.id, permissions: { react: false } })
  expect(session.people.get(noor.id)?.custom).toEqual({ chat: false, react: false })
})

test('[PERMISSION-2] nobody edits the permissions of who runs the room', () => {
  const session = given('interactive', hana, kwame, noor)
  const edit = { type: 'setPermissions', person: kwame.id, permissions: ALL } as const
  expect(tries(session, hana, edit)).toBe('not-allowed')
  expect(tries(session, noor, edit)).toBe('not-allowed')
})

test('[PERMISSION-3] who may not join the stage comes on it by an invitation alone', () => {
  const session = given('interactive', hana, noor)
  does(session, hana, permitted({ joinStage: false }))
  expect(wayToStage(session.people.get(noor.id) ?? noor, 'everyone')).toBe('none')
  expect(tries(session, noor, ON_STAGE)).toBe('not-permitted')
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, ON_STAGE)
  expect(session.stage.has(noor.id)).toBe(true)
})

test('[PERMISSION-1] who may not raise a hand is told so', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, permitted({ raiseHand: false }))
  expect(tries(session, noor, { type: 'raiseHand' })).toBe('not-permitted')
})

test('[PERMISSION-4] who may not see the participants finds nobody', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, permitted({ seeParticipants: false }))
  const me = session.people.get(noor.id)
  if (!me) throw new Error('nobody')
  expect(findViewers(session, me, { type: 'viewers', language: 'en', search: '', from: 0, limit: 10 })).toBe(
    'not-permitted',
  )
})

test('[PERMISSION-2] [ROLE-7] permissions and the chat moderator flag last: away and back, and into the next session', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, permitted({ chat: false }))
  does(session, hana, { type: 'setChatModerator', person: noor.id, on: true })
  does(session, noor, { type: 'leave' })
  does(session, noor, { type: 'join', page: 'p'.repeat(22) })
  expect(session.people.get(noor.id)).toMatchObject({ custom: { chat: false }, chatModerator: true })
  does(session, hana, { type: 'endSession' })
  const room = { id: session.room, name: 'x', mode: 'webinar' } as const
  expect(startSession(room, session, hana, 's'.repeat(22), 9, 0)).toMatchObject([
    { kept: [{ person: noor.id, custom: { chat: false }, chatModerator: true }] },
  ])
})

test('[ROLE-7] only who runs the room makes chat moderators', () => {
  const session = given('webinar', hana, amara, noor)
  expect(decide(session, amara, { type: 'setChatModerator', person: noor.id, on: true }, 1)).toEqual({
    refusal: 'not-allowed',
  })
})
