import { expect, test } from 'vitest'
import { hana, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, ON_STAGE, pageOf, tries } from '../../../test/rules/given.ts'
import { MODES } from '../session/modes.ts'
import { isOlderPage, KEPT_WHEN_CLOSED, KEPT_WHEN_CUT } from './presence.ts'
import { startSession } from '../session/room.ts'
import { timersAfter, timersOf } from '../session/timers.ts'

const otherPage = 'another-page'.padEnd(22, '_')

test('[ENTER-1] who joins is a viewer, also the host', () => {
  expect(given('interactive', hana).people.get(hana.id)).toMatchObject({ place: 'viewer', role: 'host' })
})

test('[ENTER-3] joining twice changes nothing', () => {
  const session = given('interactive', noor)
  expect(does(session, noor, { type: 'join', page: pageOf(noor) })).toEqual([])
})

test('[LEAVE-1] [LEAVE-2] who leaves is gone from everywhere, and may join again', () => {
  const session = given('interactive', noor)
  does(session, noor, { type: 'raiseHand' })
  does(session, noor, { type: 'leave' })
  expect([session.people.size, session.stage.size, session.hands.size]).toEqual([0, 0, 0])
  expect(tries(session, noor, { type: 'raiseHand' })).toBe('not-in-room')
  does(session, noor, { type: 'join', page: pageOf(noor) })
  expect(session.people.get(noor.id)?.place).toBe('viewer')
})

test('[PRESENCE-1] who comes back with the same page finds the same place and devices', () => {
  const session = given('interactive', noor)
  does(session, noor, ON_STAGE)
  does(session, noor, { type: 'raiseHand' })
  happens(session, { type: 'connectionLost', person: noor.id, clean: false }, 10)
  expect(session.people.get(noor.id)?.present).toBe(false)
  happens(session, { type: 'arrive', person: noor.id, page: pageOf(noor) }, 20)
  expect(session.people.get(noor.id)).toMatchObject({ present: true, place: 'stage', microphone: true })
  expect(session.hands.has(noor.id)).toBe(true)
})

test('[MUTE-2] a new page of somebody on stage opens with microphone and camera off', () => {
  const session = given('interactive', noor)
  does(session, noor, ON_STAGE)
  happens(session, { type: 'arrive', person: noor.id, page: otherPage })
  expect(session.people.get(noor.id)).toMatchObject({ place: 'stage', microphone: false, camera: false })
})

test('[PRESENCE-2] [PRESENCE-3] [PRESENCE-5] whose time is over has left; a reload is not leaving', () => {
  for (const [clean, kept] of [
    [false, KEPT_WHEN_CUT],
    [true, KEPT_WHEN_CLOSED],
  ] as const) {
    const session = given('interactive', noor)
    const [lost] = happens(session, { type: 'connectionLost', person: noor.id, clean }, 100)
    if (!lost) throw new Error('nothing was lost')
    expect(timersAfter(session, lost)).toEqual([
      { at: 100 + kept, systemEvent: { type: 'personGone', person: noor.id } },
    ])
    expect(happens(session, { type: 'personGone', person: noor.id }, 99 + kept)).toEqual([])
    expect(happens(session, { type: 'personGone', person: noor.id }, 100 + kept)).toMatchObject([{ why: 'gone' }])
  }
})

test('[PRESENCE-4] when the server was away, everybody is kept from its return', () => {
  const session = given('interactive', noor, mei)
  happens(session, { type: 'serverAway', since: 40 }, 50)
  expect(timersOf(session).map((timer) => timer.at)).toEqual([50 + KEPT_WHEN_CUT, 50 + KEPT_WHEN_CUT])
  happens(session, { type: 'arrive', person: noor.id, page: pageOf(noor) }, 60)
  expect(timersOf(session)).toHaveLength(1)
})

test('[LOG-3] a timer that comes after the person is back changes nothing', () => {
  const session = given('interactive', noor)
  happens(session, { type: 'connectionLost', person: noor.id, clean: false }, 100)
  happens(session, { type: 'arrive', person: noor.id, page: pageOf(noor) }, 110)
  expect(happens(session, { type: 'personGone', person: noor.id }, 999_999)).toEqual([])
})

test('[SESSION-1] [SESSION-2] the first session begins with anybody, the next with who runs the room', () => {
  const room = { id: 'r'.repeat(22), name: 'Harbour library', mode: 'webinar' } as const
  const next = 's'.repeat(22)
  expect(startSession(room, null, noor, next, 1, 0)).toMatchObject([{ type: 'sessionStarted', ...MODES.webinar }])
  const ended = given('webinar', hana)
  does(ended, hana, { type: 'endSession' })
  expect(startSession(room, ended, noor, next, 1, 0)).toEqual({ refusal: 'session-ended' })
  expect(startSession(room, ended, hana, next, 1, 0)).toMatchObject([{ session: next }])
})

test('[SESSION-3] [SESSION-4] after the end nobody is inside, and every command is refused', () => {
  const session = given('interactive', hana, noor)
  expect(tries(session, noor, { type: 'endSession' })).toBe('not-allowed')
  does(session, hana, { type: 'endSession' })
  expect(session.people.size).toBe(0)
  expect(tries(session, noor, { type: 'raiseHand' })).toBe('session-ended')
  expect(tries(session, hana, { type: 'join', page: pageOf(hana) })).toBe('session-ended')
})

test('[PRESENCE-4] who was cut off just before the server went away is kept as long as everybody else', () => {
  const session = given('interactive', noor, mei)
  happens(session, { type: 'connectionLost', person: noor.id, clean: true }, 1_000)
  happens(session, { type: 'serverAway', since: 2_000 }, 202_000)
  expect(happens(session, { type: 'personGone', person: noor.id }, 202_001)).toEqual([])
  expect(happens(session, { type: 'personGone', person: noor.id }, 202_000 + KEPT_WHEN_CUT - 1)).toEqual([])
  for (const { id } of [noor, mei])
    expect(happens(session, { type: 'personGone', person: id }, 202_000 + KEPT_WHEN_CUT)).toMatchObject([
      { type: 'left', person: id },
    ])
})

test('[PRESENCE-6] a page that another has replaced is an older one, also when it comes back, until it takes over', () => {
  const session = given('interactive', noor)
  const [first, second] = [pageOf(noor), 'b'.repeat(22)]
  expect(isOlderPage(session, noor.id, first)).toBe(false)
  happens(session, { type: 'arrive', person: noor.id, page: second })
  expect([first, second].map((page) => isOlderPage(session, noor.id, page))).toEqual([true, false])
  happens(session, { type: 'arrive', person: noor.id, page: first })
  expect([first, second].map((page) => isOlderPage(session, noor.id, page))).toEqual([false, true])
})
