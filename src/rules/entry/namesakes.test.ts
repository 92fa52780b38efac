import { expect, test } from 'vitest'
import { does, given, happens, ON_STAGE } from '../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import type { Actor } from '../outcome.ts'
import type { Session } from '../session/session.ts'
import { couldBeTakenForModerator, looksLikeOneOf } from './namesakes.ts'
import { fromView } from '../session/from-view.ts'
import { viewFor } from '../audience/audience.ts'

const join = (session: Session, who: Actor) => does(session, who, { type: 'join', page: 'p'.repeat(22) })
const nameOf = (session: Session, { id }: Actor) => session.people.get(id)?.name

const isTakenIn = (session: Session, { id }: Actor) => {
  const person = session.people.get(id)
  return person !== undefined && couldBeTakenForModerator(session, person)
}

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
  expect([hana, noor, mei].map((who) => isTakenIn(session, who))).toEqual([false, true, false])
})

test('[NAME-5] who puts something to a moderator’s full name could be taken for them, and who has only a part of it not', () => {
  const session = given('interactive', hana, { ...noor, name: 'Hana Weber – Host' }, { ...mei, name: 'Hana W.' })
  expect([noor, mei].map((who) => isTakenIn(session, who))).toEqual([true, false])
})

test('[NAME-5] the same people are marked on every screen, whatever else its person may see', () => {
  const session = given('interactive', hana, kwame, { ...noor, name: 'Hаna Weber' }, mei, amara)
  does(session, noor, ON_STAGE)
  does(session, hana, { type: 'setPermissions', person: amara.id, permissions: { seeParticipants: false } })
  for (const who of [hana, kwame, noor, mei, amara]) {
    const shown = fromView(viewFor(session, who.id), who.id)
    expect([noor, mei, hana].map((each) => isTakenIn(shown, each))).toEqual([true, false, false])
    expect(looksLikeOneOf(['Hana Weber', 'Kwame Mensah'], shown.people.get(noor.id)?.name ?? '')).toBe(true)
  }
})

test('[NAME-5] a name in a sentence is a moderator’s own where it is quite the same', () => {
  const [moderators, names] = [['Hana Weber'], ['Hana Weber', 'Hana Weber (2)', 'Hаna Weber', 'Mei Tanaka']]
  expect(names.map((name) => looksLikeOneOf(moderators, name))).toEqual([false, true, true, false])
})

test('[NAME-4] of a crowd of one name each has another number', () => {
  const session = given('webinar', hana)
  const crowd = Array.from({ length: 300 }, (_, n) => ({ ...noor, id: `noor-${n}` }))
  for (const who of crowd) join(session, who)
  expect(new Set(crowd.map((who) => nameOf(session, who))).size).toBe(300)
  expect(nameOf(session, { ...noor, id: 'noor-299' })).toBe('Noor Rahimi (300)')
})
