import { expect, test } from 'vitest'
import { amara, hana, mei, noor } from '../../../test/rules/people.ts'
import { does, given, pageOf, tries } from '../../../test/rules/given.ts'
import type { Actor } from '../outcome.ts'
import { startSession } from '../session/room.ts'
import { doorFor } from './prejoin.ts'

const JOIN = (who: Actor) => ({ type: 'join', page: pageOf(who) }) as const
const stranger: Actor = { ...noor, uninvited: true }

test('[ASK-1] who is not invited waits, also where the room is not locked, and is seen to have no invitation', () => {
  const session = given('interactive', hana)
  expect(doorFor(session, stranger)).toBe('locked')
  does(session, stranger, JOIN(stranger))
  expect([...session.waiting.values()]).toMatchObject([{ person: noor.id, uninvited: true }])
  expect(session.people.has(noor.id)).toBe(false)
  does(session, mei, JOIN(mei))
  expect(session.people.has(mei.id)).toBe(true)
})

test('[ASK-1] who is not invited begins no session', () => {
  const room = { id: 'r'.repeat(22), name: 'Harbour library', mode: 'interactive' } as const
  expect(startSession(room, null, stranger, 's'.repeat(22), 1, 0)).toEqual({ refusal: 'session-ended' })
})

test('[ASK-2] they are let in by themselves alone: neither all together nor by unlocking', () => {
  const session = given('interactive', hana)
  does(session, hana, { type: 'lockRoom', on: true })
  does(session, stranger, JOIN(stranger))
  does(session, amara, JOIN(amara))
  does(session, hana, { type: 'admitAll' })
  expect([...session.waiting.keys()]).toEqual([noor.id])
  does(session, hana, { type: 'lockRoom', on: false })
  expect([...session.waiting.keys()]).toEqual([noor.id])
  does(session, hana, { type: 'admit', person: noor.id })
  expect(session.people.has(noor.id)).toBe(true)
})

test('[ASK-3] twenty wait so; one more is asked to try later, and who is invited is not', () => {
  const session = given('interactive', hana)
  const strangers = Array.from({ length: 21 }, (_, n) => ({ ...stranger, id: `stranger-${n}`.padEnd(22, '_') }))
  for (const each of strangers.slice(0, 20)) does(session, each, JOIN(each))
  const [last = stranger] = strangers.slice(20)
  expect(tries(session, last, JOIN(last))).toBe('ask-later')
  does(session, mei, JOIN(mei))
  expect(session.people.has(mei.id)).toBe(true)
})
