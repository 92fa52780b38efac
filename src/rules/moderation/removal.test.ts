import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { actsOf } from './audit-log.ts'
import { viewFor } from '../audience/audience.ts'
import { doorFor } from '../entry/prejoin.ts'
import { evolve } from '../evolve.ts'
import { startSession } from '../session/room.ts'
import { nothingYet } from '../session/session.ts'

const JOIN = { type: 'join', page: 'p'.repeat(22) } as const
const remove = (lasting: boolean) => ({ type: 'removeFromRoom', person: noor.id, lasting }) as const

test('[REMOVE-1] who is removed is gone from everywhere, and cannot come back into this session', () => {
  const session = given('interactive', hana, kwame, noor)
  does(session, noor, ON_STAGE)
  does(session, noor, { type: 'raiseHand' })
  does(session, kwame, remove(false))
  expect([session.people.has(noor.id), session.stage.has(noor.id), session.hands.has(noor.id)]).toEqual([
    false,
    false,
    false,
  ])
  expect(tries(session, noor, JOIN)).toBe('removed')
  expect(doorFor(session, noor)).toBe('removed')
})

test('[REMOVE-3] who runs the room reads who was removed, and lifts it', () => {
  const session = given('interactive', hana, kwame, noor, mei)
  does(session, kwame, remove(false))
  expect(viewFor(session, hana.id).removed).toMatchObject([{ name: noor.name, by: kwame.name, lasting: false }])
  expect(viewFor(session, mei.id).removed).toEqual([])
  expect(tries(session, mei, { type: 'liftRemoval', person: noor.id })).toBe('not-allowed')
  does(session, hana, { type: 'liftRemoval', person: noor.id })
  expect(tries(session, noor, JOIN)).toBe('allowed')
  expect(does(session, hana, { type: 'liftRemoval', person: noor.id })).toEqual([])
})

test('[REMOVE-2] only a removal that lasts holds for the next session', () => {
  const session = given('interactive', hana, noor, mei)
  does(session, hana, remove(true))
  does(session, hana, { type: 'removeFromRoom', person: mei.id, lasting: false })
  does(session, hana, { type: 'endSession' })
  const room = { id: session.room, name: session.name, mode: session.mode }
  const started = startSession(room, session, hana, 's'.repeat(22), 9, 0)
  if (!Array.isArray(started)) throw new Error('refused')
  const next = started.reduce(evolve, nothingYet())
  expect(tries(next, noor, JOIN)).toBe('removed')
  expect(tries(next, mei, JOIN)).toBe('allowed')
})

test('[REMOVE-4] who did what to whom is a line, and what one does oneself is none', () => {
  const session = given('interactive', hana, kwame, noor)
  does(session, noor, ON_STAGE)
  does(session, kwame, { type: 'mute', person: noor.id })
  does(session, noor, { type: 'leaveStage' })
  does(session, hana, { type: 'setAccess', access: 'invite' })
  does(session, hana, remove(false))
  expect(actsOf(session).map(({ by, about, event }) => [by, event.type, about])).toEqual([
    [hana.name, 'removed', noor.name],
    [hana.name, 'accessSet', ''],
    [kwame.name, 'microphoneTurned', noor.name],
  ])
})
