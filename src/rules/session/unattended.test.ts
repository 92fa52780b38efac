import { expect, test } from 'vitest'
import { amara, hana, kwame, noor } from '../../../test/rules/people.ts'
import { does, given, happens } from '../../../test/rules/given.ts'
import { timersOf } from './timers.ts'

const LOOK = { type: 'unattended' } as const
const M = 60_000
const JOIN = { type: 'join', page: 'p'.repeat(22) } as const

test('[SESSION-5] with nobody who runs it, a session warns after 13 minutes and ends after 15', () => {
  const session = given('interactive', hana, kwame, noor)
  does(session, hana, { type: 'leave' }, M)
  expect(happens(session, LOOK, 60 * M)).toEqual([])
  happens(session, { type: 'connectionLost', person: kwame.id, clean: false }, 61 * M)
  expect(timersOf(session).map(({ at }) => at)).toEqual(expect.arrayContaining([74 * M, 76 * M]))
  expect(happens(session, LOOK, 74 * M - 1)).toEqual([])
  expect(happens(session, LOOK, 74 * M)).toMatchObject([{ type: 'endWarned', endsAt: 76 * M }])
  expect(happens(session, LOOK, 74 * M + 1)).toEqual([])
  expect(happens(session, LOOK, 76 * M)).toMatchObject([{ type: 'sessionEnded', by: null }])
})

test('[SESSION-6] one of them coming back calls it off', () => {
  const session = given('interactive', hana, noor)
  does(session, hana, { type: 'leave' }, M)
  happens(session, LOOK, 14 * M)
  expect(session.endsAt).toBe(16 * M)
  does(session, hana, JOIN, 15 * M)
  expect(session.endsAt).toBeNull()
  expect(happens(session, LOOK, 60 * M)).toEqual([])
})

test('[SESSION-6] a session that none of them has joined yet waits', () => {
  const session = given('interactive', noor, amara)
  expect(happens(session, LOOK, 600 * M)).toEqual([])
  expect(timersOf(session)).toEqual([])
})

test('[SESSION-5] the last moderator who is made a participant leaves nobody', () => {
  const session = given('interactive', hana, kwame, noor)
  does(session, hana, { type: 'setRole', person: kwame.id, role: 'participant' }, M)
  does(session, hana, { type: 'leave' }, 2 * M)
  expect(happens(session, LOOK, 17 * M)).toMatchObject([{ type: 'sessionEnded' }])
})

test('[SESSION-5] where the operator set no end, there is none', () => {
  const session = given('interactive', hana, noor)
  session.patience = 0
  does(session, hana, { type: 'leave' }, M)
  expect(happens(session, LOOK, 600 * M)).toEqual([])
})

test('[SESSION-8] the time in which the server was away is nobody’s absence: all are warned before an end', () => {
  const session = given('interactive', hana, noor)
  happens(session, { type: 'connectionLost', person: hana.id, clean: false }, M)
  happens(session, LOOK, 14 * M)
  expect(session.endsAt).toBe(16 * M)
  happens(session, { type: 'serverAway', since: 14 * M }, 20 * M)
  expect(session.endsAt).toBeNull()
  expect(happens(session, LOOK, 20 * M)).toEqual([])
  expect(happens(session, LOOK, 33 * M)).toMatchObject([{ type: 'endWarned', endsAt: 35 * M }])
  expect(happens(session, LOOK, 35 * M)).toMatchObject([{ type: 'sessionEnded', by: null }])
})

test('[SESSION-8] where the server was away for longer than that, the session has ended when the last one was there', () => {
  const inside = given('interactive', hana, noor)
  expect(happens(inside, { type: 'serverAway', since: 5 * M }, 300 * M)).toMatchObject([
    { type: 'sessionEnded', at: 5 * M, by: null, peak: 2 },
  ])
  expect(inside.attendance.get(noor.id)).toMatchObject({ inside: 5 * M - 1, since: null })
  const empty = given('interactive', noor)
  does(empty, noor, { type: 'leave' }, 2 * M)
  expect(happens(empty, { type: 'serverAway', since: 5 * M }, 300 * M)).toMatchObject([{ at: 2 * M }])
  const short = given('interactive', hana, noor)
  expect(happens(short, { type: 'serverAway', since: 5 * M }, 20 * M)).toMatchObject([{ type: 'everyConnectionLost' }])
})

test('[SESSION-8] where the operator set no end, an outage is none, however long', () => {
  const session = given('interactive', hana, noor)
  session.patience = 0
  expect(happens(session, { type: 'serverAway', since: M }, 3_000 * M)).toMatchObject([{ type: 'everyConnectionLost' }])
})
