import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, happens, pageOf, tries } from '../../../test/rules/given.ts'
import { placeOf, placesIn, viewFor } from '../audience/audience.ts'
import { timersOf } from '../session/timers.ts'
import { doorFor } from './prejoin.ts'
import { grantOf } from '../stage/grants.ts'
import type { Actor } from '../outcome.ts'
import type { Session } from '../session/session.ts'

const JOIN = (who: Actor) => ({ type: 'join', page: pageOf(who) }) as const
const inside = (session: Session) => [...session.people.keys()]

function locked(...waiting: Actor[]) {
  const session = given('interactive', hana)
  does(session, hana, { type: 'lockRoom', on: true })
  for (const who of waiting) does(session, who, JOIN(who))
  return session
}

test('[WAIT-1] newcomers wait in the order of coming, and are granted nothing', () => {
  const session = locked(noor, mei)
  expect(inside(session)).toEqual([hana.id])
  expect([...session.waiting.keys()]).toEqual([noor.id, mei.id])
  expect(doorFor(session, noor)).toBe('waiting')
  expect(grantOf(session, noor.id)).toMatchObject({ subscribe: false, publish: [] })
  expect(does(session, noor, JOIN(noor))).toEqual([])
  expect(tries(session, noor, { type: 'raiseHand' })).toBe('not-in-room')
})

test('[WAIT-1] who runs the room passes', () => {
  const session = locked()
  does(session, kwame, JOIN(kwame))
  expect(inside(session)).toEqual([hana.id, kwame.id])
})

test('[WAIT-2] who was in and lost the connection comes back without waiting; who left waits', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, hana, { type: 'lockRoom', on: true })
  happens(session, { type: 'connectionLost', person: noor.id, clean: false }, 1)
  happens(session, { type: 'personGone', person: noor.id }, 200_000)
  does(session, mei, { type: 'leave' })
  does(session, noor, JOIN(noor))
  does(session, mei, JOIN(mei))
  expect(inside(session)).toEqual([hana.id, noor.id])
  expect([...session.waiting.keys()]).toEqual([mei.id])
})

test('[WAIT-3] each is admitted or declined, and a second answer changes nothing', () => {
  const session = locked(noor, mei)
  expect(viewFor(session, hana.id).waiting.map(({ name }) => name)).toEqual([noor.name, mei.name])
  does(session, hana, { type: 'admit', person: noor.id })
  expect(inside(session)).toEqual([hana.id, noor.id])
  expect(viewFor(session, noor.id).waiting).toEqual([])
  expect(does(session, hana, { type: 'declineEntry', person: noor.id })).toEqual([])
  expect(tries(session, noor, { type: 'admit', person: mei.id })).toBe('not-allowed')
  expect(tries(session, noor, { type: 'lockRoom', on: false })).toBe('not-allowed')
  does(session, hana, { type: 'declineEntry', person: mei.id }, 1_000)
  expect(tries(session, mei, JOIN(mei), 30_999)).toBe('ask-later')
  expect(tries(session, mei, JOIN(mei), 31_000)).toBe('allowed')
})

test('[WAIT-3] [WAIT-4] all are admitted with the room still locked, or by unlocking it', () => {
  const session = locked(noor)
  does(session, hana, { type: 'admitAll' })
  does(session, mei, JOIN(mei))
  expect([session.people.has(noor.id), session.waiting.has(mei.id)]).toEqual([true, true])
  does(session, hana, { type: 'lockRoom', on: false })
  expect(session.people.has(mei.id)).toBe(true)
})

test('[WAIT-5] who waits has a place among those who wait', () => {
  const session = locked(noor, mei)
  does(session, hana, { type: 'raiseHand' })
  expect(Object.fromEntries(placesIn(session))).toEqual({ [hana.id]: 1, [noor.id]: 1, [mei.id]: 2 })
  for (const [id, place] of placesIn(session)) expect(placeOf(session, id)).toBe(place)
  does(session, noor, { type: 'leave' })
  expect(placesIn(session).get(mei.id)).toBe(1)
  expect([placeOf(session, mei.id), placeOf(session, noor.id)]).toEqual([1, null])
})

test('[WAIT-7] who waits and is cut off keeps the place for a time, and comes in as one who is away', () => {
  const session = locked(noor, mei)
  happens(session, { type: 'connectionLost', person: noor.id, clean: false }, 1)
  happens(session, { type: 'connectionLost', person: mei.id, clean: true }, 1)
  happens(session, { type: 'personGone', person: mei.id }, 20_001)
  expect([...session.waiting.keys()]).toEqual([noor.id])
  does(session, hana, { type: 'admit', person: noor.id }, 30_000)
  expect(session.people.get(noor.id)?.present).toBe(false)
  happens(session, { type: 'personGone', person: noor.id }, 120_001)
  expect(session.people.has(noor.id)).toBe(false)
})

test('[WAIT-7] who is back at the door in time waits on', () => {
  const session = locked(noor)
  happens(session, { type: 'connectionLost', person: noor.id, clean: false }, 1)
  happens(session, { type: 'arrive', person: noor.id, page: 'q'.repeat(22) }, 60_000)
  expect(happens(session, { type: 'personGone', person: noor.id }, 200_000)).toEqual([])
  expect(session.waiting.has(noor.id)).toBe(true)
})

test('[WAIT-8] who waits is told since when, and of nobody else', () => {
  const session = given('interactive', hana)
  does(session, hana, { type: 'lockRoom', on: true })
  does(session, noor, { type: 'join', page: pageOf(noor) }, 5)
  does(session, mei, { type: 'join', page: pageOf(mei) }, 7)
  expect(viewFor(session, mei.id).waiting).toEqual([{ person: mei.id, name: 'Mei Tanaka', role: 'participant', at: 7 }])
  expect(viewFor(session, 'at the door').waiting).toEqual([])
})

test('[WAIT-6] [ACCESS-7] being declined at the door, and with a request to join the stage, are two things', () => {
  const session = given('interactive', hana)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, hana, { type: 'lockRoom', on: true })
  does(session, noor, { type: 'join', page: pageOf(noor) }, 100)
  does(session, hana, { type: 'declineEntry', person: noor.id }, 200)
  does(session, hana, { type: 'lockRoom', on: false }, 300)
  does(session, noor, { type: 'join', page: pageOf(noor) }, 400)
  expect(tries(session, noor, { type: 'askToJoin' }, 500)).toBe('allowed')
  does(session, noor, { type: 'askToJoin' }, 500)
  does(session, hana, { type: 'declineRequest', person: noor.id }, 600)
  does(session, noor, { type: 'leave' }, 700)
  does(session, hana, { type: 'lockRoom', on: true }, 800)
  expect(tries(session, noor, { type: 'join', page: pageOf(noor) }, 31_000)).toBe('allowed')
})

const PRESSES = [
  ['the room is unlocked', { type: 'lockRoom', on: false }],
  ['all are admitted', { type: 'admitAll' }],
] as const

test.each(PRESSES)('[WAIT-4] where very many wait and %s, they come in some at a time, in order', (_what, press) => {
  const crowd = Array.from(
    { length: 250 },
    (_, n) => ({ id: `waiter-${n}`, name: `Waiter ${n}`, role: 'participant' }) as const,
  )
  const session = locked(...crowd)
  does(session, hana, press, 1_000)
  expect(inside(session)).toEqual([hana.id, ...crowd.slice(0, 100).map(({ id }) => id)])
  expect(timersOf(session)).toContainEqual({ at: expect.any(Number), systemEvent: { type: 'admitMore' } })
  // Who comes now was not there at the press, and one who was is declined.
  does(session, hana, { type: 'lockRoom', on: true }, 1_001)
  does(session, mei, JOIN(mei), 1_002)
  does(session, hana, { type: 'declineEntry', person: 'waiter-120' }, 1_003)
  for (let at = 1_004; happens(session, { type: 'admitMore' }, at).length > 0; at++);
  expect(inside(session)).toEqual([hana.id, ...crowd.map(({ id }) => id).filter((id) => id !== 'waiter-120')])
  expect([...session.waiting.keys()]).toEqual([mei.id])
})
