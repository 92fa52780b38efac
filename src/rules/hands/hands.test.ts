import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, pageOf, tries } from '../../../test/rules/given.ts'
import { audienceOf, placesIn, viewFor, waitAt } from '../audience/audience.ts'
import { startSession } from '../session/room.ts'
import { queueOf, type Session } from '../session/session.ts'

test('[HAND-1] [HAND-2] hands and requests stand in one queue, first come first', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, mei, { type: 'raiseHand' }, 5)
  does(session, noor, { type: 'askToJoin' }, 6)
  expect(queueOf(session)).toMatchObject([
    { person: mei.id, purpose: 'speak' },
    { person: noor.id, purpose: 'stage' },
  ])
  expect([...placesIn(session)]).toEqual([
    [mei.id, 1],
    [noor.id, 2],
  ])
})

test('[HAND-3] raising twice keeps the place', () => {
  const session = given('interactive', noor, mei)
  does(session, noor, { type: 'raiseHand' })
  does(session, mei, { type: 'raiseHand' })
  expect(does(session, noor, { type: 'raiseHand' })).toEqual([])
  expect(queueOf(session).map((hand) => hand.person)).toEqual([noor.id, mei.id])
})

test('[HAND-3] a hand lowered and raised again goes to the end', () => {
  const session = given('interactive', noor, mei)
  does(session, noor, { type: 'raiseHand' })
  does(session, mei, { type: 'raiseHand' })
  does(session, noor, { type: 'lowerHand', person: noor.id })
  does(session, noor, { type: 'raiseHand' })
  expect(queueOf(session).map((hand) => hand.person)).toEqual([mei.id, noor.id])
})

test('[ACCESS-3] a hand that was up before keeps its place when it becomes a request', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'raiseHand' }, 5)
  does(session, mei, { type: 'raiseHand' }, 6)
  does(session, noor, { type: 'askToJoin' }, 7)
  expect(queueOf(session)).toMatchObject([{ person: noor.id, purpose: 'stage', at: 5 }, { person: mei.id }])
})

test('[HAND-4] a hand is lowered by its owner or by who runs the room, nobody else', () => {
  const session = given('interactive', kwame, noor, mei)
  does(session, noor, { type: 'raiseHand' })
  expect(tries(session, mei, { type: 'lowerHand', person: noor.id })).toBe('not-allowed')
  expect(does(session, kwame, { type: 'lowerHand', person: noor.id })).toMatchObject([{ why: 'lowered', by: kwame.id }])
})

test('[ACCESS-5] a declined request is told once; a second answer changes nothing', () => {
  const session = given('webinar', hana, kwame, noor)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'askToJoin' })
  expect(does(session, hana, { type: 'declineRequest', person: noor.id })).toMatchObject([{ why: 'declined' }])
  expect(does(session, kwame, { type: 'declineRequest', person: noor.id })).toEqual([])
})

test('[ACCESS-3] who may join the stage need not ask, and who is there cannot', () => {
  const session = given('interactive', noor)
  expect(tries(session, noor, { type: 'askToJoin' })).toBe('no-need-to-ask')
  does(session, noor, ON_STAGE)
  expect(tries(session, noor, { type: 'askToJoin' })).toBe('not-a-viewer')
})

test('[INVITE-1] a second invitation changes nothing, and only who runs the room invites', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  expect(tries(session, mei, { type: 'invite', person: noor.id })).toBe('not-allowed')
  does(session, hana, { type: 'invite', person: noor.id })
  expect(does(session, kwame, { type: 'invite', person: noor.id })).toEqual([])
})

test('[INVITE-2] an invitation brings its person on stage in the narrowest access', () => {
  const session = given('webinar', hana, noor)
  expect(tries(session, noor, ON_STAGE)).toBe('invite-only')
  does(session, hana, { type: 'invite', person: noor.id })
  expect(tries(session, noor, ON_STAGE)).toBe('allowed')
})

test('[INVITE-3] whoever runs the room revokes, whoever invited', () => {
  const session = given('webinar', hana, kwame, noor)
  does(session, hana, { type: 'invite', person: noor.id })
  expect(does(session, kwame, { type: 'revokeInvitation', person: noor.id })).toMatchObject([{ why: 'revoked' }])
  expect(tries(session, noor, ON_STAGE)).toBe('invite-only')
})

test('[INVITE-4] who declines stays a viewer, and the request behind it is over', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'askToJoin' })
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, { type: 'declineInvitation' })
  expect(session.people.get(noor.id)).toMatchObject({ place: 'viewer', invitation: null })
  expect(session.hands.size).toBe(0)
})

test('[INVITE-5] who is invited need not ask, and the invitation stays', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, hana, { type: 'invite', person: noor.id })
  expect(tries(session, noor, { type: 'askToJoin' })).toBe('no-need-to-ask')
  expect(session.people.get(noor.id)?.invitation?.by).toBe(hana.id)
  expect(session.hands.size).toBe(0)
})

test('[INVITE-6] an invitation waits for who was cut off, and is over when the place is not kept any more', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, { type: 'invite', person: noor.id })
  happens(session, { type: 'connectionLost', person: noor.id, clean: true }, 10)
  happens(session, { type: 'arrive', person: noor.id, page: pageOf(noor) }, 20)
  expect(session.people.get(noor.id)?.invitation?.by).toBe(hana.id)
  happens(session, { type: 'connectionLost', person: noor.id, clean: true }, 30)
  happens(session, { type: 'personGone', person: noor.id }, 20_030)
  does(session, noor, { type: 'join', page: pageOf(noor) }, 20_040)
  expect(session.people.get(noor.id)?.invitation).toBeNull()
  expect(tries(session, noor, ON_STAGE)).toBe('invite-only')
})

test('[ACCESS-5] a request is answered twice at once, or after its person left, and nothing breaks', () => {
  const session = given('webinar', hana, kwame, noor)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'askToJoin' })
  does(session, hana, { type: 'invite', person: noor.id })
  expect(does(session, kwame, { type: 'invite', person: noor.id })).toEqual([])
  expect(session.people.get(noor.id)?.invitation?.by).toBe(hana.id)
  does(session, noor, { type: 'leave' })
  expect(tries(session, kwame, { type: 'invite', person: noor.id })).toBe('no-such-person')
  expect(session.hands.size).toBe(0)
})

test('[INVITE-4] a hand to speak outlives a declined invitation', () => {
  const session = given('webinar', hana, noor)
  does(session, noor, { type: 'raiseHand' })
  does(session, hana, { type: 'invite', person: noor.id })
  does(session, noor, { type: 'declineInvitation' })
  expect(session.hands.has(noor.id)).toBe(true)
})

const queue = (session: Session) => queueOf(session).map((hand) => hand.person)
function withHands() {
  const session = given('webinar', hana, kwame, noor, mei, amara)
  for (const who of [noor, mei, amara]) does(session, who, { type: 'raiseHand' })
  return session
}

test('[HAND-5] a reason is tidied, kept, taken back, and at most 120 characters', () => {
  const session = withHands()
  does(session, noor, { type: 'giveReason', reason: '  about the \n roof ' })
  expect(session.hands.get(noor.id)?.reason).toBe('about the roof')
  expect(tries(session, noor, { type: 'giveReason', reason: 'x'.repeat(121) })).toBe('reason-long')
  does(session, noor, { type: 'giveReason', reason: '' })
  expect(session.hands.get(noor.id)?.reason).toBe('')
  expect(does(session, hana, { type: 'giveReason', reason: 'no hand' })).toEqual([])
})

test('[HAND-5] the reason is for its owner and for who runs the room', () => {
  const session = withHands()
  does(session, noor, { type: 'giveReason', reason: 'the roof' })
  expect(viewFor(session, hana.id).hands[0]?.reason).toBe('the roof')
  expect(viewFor(session, mei.id).hands.map((hand) => hand.person)).toEqual([mei.id])
  expect(JSON.stringify(audienceOf(session))).not.toContain('roof')
})

test('[HAND-6] who runs the room moves a hand, and everybody reads who did', () => {
  const session = withHands()
  does(session, kwame, { type: 'moveHand', person: amara.id, before: noor.id })
  expect(queue(session)).toEqual([amara.id, noor.id, mei.id])
  does(session, kwame, { type: 'moveHand', person: amara.id, before: mei.id })
  expect(queue(session)).toEqual([noor.id, amara.id, mei.id])
  does(session, kwame, { type: 'moveHand', person: noor.id, before: null })
  expect(queue(session)).toEqual([amara.id, mei.id, noor.id])
  expect(audienceOf(session).moved).toEqual({ by: kwame.name, name: noor.name })
  expect(does(session, kwame, { type: 'moveHand', person: noor.id, before: null })).toEqual([])
  expect(tries(session, mei, { type: 'moveHand', person: mei.id, before: amara.id })).toBe('not-allowed')
})

test('[HAND-2] [HAND-6] a thousand moves into the same gap keep the order that was asked for', () => {
  const session = withHands()
  for (let n = 0; n < 1_000; n++) {
    const [first, second, third] = queue(session)
    if (!first || !second || !third) throw new Error('three hands')
    does(session, kwame, { type: 'moveHand', person: third, before: second })
    expect(queue(session)).toEqual([first, third, second])
  }
  does(session, hana, { type: 'raiseHand' })
  expect(queue(session).at(-1)).toBe(hana.id)
})

test('[HAND-7] clearing lowers every hand, and only for who runs the room', () => {
  const session = withHands()
  expect(tries(session, noor, { type: 'clearHands' })).toBe('not-allowed')
  does(session, kwame, { type: 'clearHands' })
  expect(session.hands.size).toBe(0)
  expect(does(session, kwame, { type: 'clearHands' })).toEqual([])
})

test('[HAND-8] the wait is known once three came on stage from the queue', () => {
  const session = given('interactive', hana, noor, mei, amara)
  expect(waitAt(session, 2)).toBeNull()
  for (const [who, at] of [
    [noor, 60_000],
    [mei, 180_000],
    [amara, 300_000],
  ] as const) {
    does(session, who, { type: 'raiseHand' }, at)
    does(session, who, ON_STAGE, at)
  }
  expect(waitAt(session, 2)).toBe(240_000)
})

test('[ACCESS-7] who was declined asks again after thirty seconds', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'askToJoin' }, 1_000)
  does(session, hana, { type: 'declineRequest', person: noor.id }, 2_000)
  expect(tries(session, noor, { type: 'askToJoin' }, 31_999)).toBe('ask-later')
  expect(tries(session, noor, { type: 'raiseHand' }, 31_999)).toBe('allowed')
  expect(tries(session, noor, { type: 'askToJoin' }, 32_000)).toBe('allowed')
})

test('[HAND-9] while hands are off nobody raises one to speak, those that were up are down, and asking to join stays', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, mei, { type: 'raiseHand' })
  does(session, noor, { type: 'askToJoin' })
  expect(tries(session, mei, { type: 'setHands', on: false })).toBe('not-allowed')
  expect(does(session, hana, { type: 'setHands', on: false })).toEqual([
    { type: 'handsSet', at: 1, on: false, by: hana.id },
  ])
  expect(does(session, hana, { type: 'setHands', on: false })).toEqual([])
  expect(queueOf(session)).toMatchObject([{ person: noor.id, purpose: 'stage' }])
  for (const who of [hana, mei]) expect(tries(session, who, { type: 'raiseHand' })).toBe('hands-off')
  expect(tries(session, mei, { type: 'askToJoin' })).toBe('allowed')
  does(session, hana, { type: 'setHands', on: true })
  expect(tries(session, mei, { type: 'raiseHand' })).toBe('allowed')
})

test('[HAND-9] [SESSION-7] the next session begins as the last one was left', () => {
  const session = given('webinar', hana)
  does(session, hana, { type: 'setHands', on: false })
  does(session, hana, { type: 'endSession' })
  const begin = startSession({ id: session.room, name: 'Assembly', mode: 'webinar' }, session, hana, session.id, 9, 0)
  expect(begin).toMatchObject([{ type: 'sessionStarted', handsOn: false }])
})
