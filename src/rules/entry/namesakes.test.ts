import { expect, test } from 'vitest'
import { does, given, happens } from '../../../test/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../test/people.ts'
import type { Actor } from '../outcome.ts'
import type { Session } from '../session/session.ts'
import { couldBeTakenForModerator } from './namesakes.ts'

const join = (session: Session, who: Actor) => does(session, who, { type: 'join', page: 'p'.repeat(22) })
const nameOf = (session: Session, { id }: Actor) => session.people.get(id)?.name

test('[NAME-4] of several by one name the later ones have a number, which they keep', () => {
  const session = given('interactive', hana, noor)
  const [second, third] = [
    { ...mei, name: 'noor  rahimi' },
    { ...amara, name: 'Nооr Rahimi' },
  ]
  join(session, second)
  join(session, third)
  expect([noor, second, third].map((who) => nameOf(session, who))).toEqual([
    'Noor Rahimi',
    'noor  rahimi (2)',
    'Nооr Rahimi (3)',
  ])
  does(session, noor, { type: 'leave' })
  does(session, second, { type: 'leave' })
  join(session, second)
  expect(nameOf(session, second)).toBe('noor  rahimi (2)')
  join(session, noor)
  expect(nameOf(session, noor)).toBe('Noor Rahimi')
})

test('[NAME-4] a number that is typed tells nobody apart', () => {
  const session = given('interactive', hana, { ...noor, name: 'Ana (2)' }, { ...mei, name: 'Ana' })
  expect([noor, mei].map((who) => nameOf(session, who))).toEqual(['Ana', 'Ana (2)'])
  expect(does(session, mei, { type: 'changeName', name: 'Ana (7)' })).toEqual([])
})

test('[NAME-3] [NAME-4] what is kept of a new name has no number', () => {
  const session = given('interactive', hana, noor, mei)
  expect(does(session, mei, { type: 'changeName', name: 'Noor Rahimi' })).toMatchObject([
    { type: 'nameChanged', name: 'Noor Rahimi (2)', was: 'Mei Tanaka', typed: 'Noor Rahimi' },
  ])
})

test('[NAME-4] a moderator has the own name, whoever took it before', () => {
  const session = given('interactive', hana, { ...noor, name: kwame.name }, { ...mei, name: kwame.name })
  const events = join(session, kwame)
  expect(events.map(({ type }) => type)).toEqual(['nameChanged', 'joined'])
  expect([kwame, noor, mei].map((who) => nameOf(session, who))).toEqual([
    'Kwame Mensah',
    'Kwame Mensah (3)',
    'Kwame Mensah (2)',
  ])
  happens(session, { type: 'connectionLost', person: kwame.id, clean: false })
  expect(nameOf(session, kwame)).toBe('Kwame Mensah')
})

test('[NAME-4] who waits has the name under which they come in', () => {
  const session = given('interactive', hana, noor)
  does(session, hana, { type: 'lockRoom', on: true })
  const other = { ...mei, name: noor.name }
  join(session, other)
  expect(session.waiting.get(mei.id)?.name).toBe('Noor Rahimi (2)')
  does(session, hana, { type: 'admit', person: mei.id })
  expect(nameOf(session, mei)).toBe('Noor Rahimi (2)')
})

test('[NAME-5] who could be taken for a moderator is known as such, and no moderator is', () => {
  const session = given('interactive', hana, { ...noor, name: 'Hana VVeber' }, mei)
  const isTaken = ({ id }: Actor) => {
    const person = session.people.get(id)
    return person !== undefined && couldBeTakenForModerator(session, person)
  }
  expect([hana, noor, mei].map(isTaken)).toEqual([false, true, false])
})
