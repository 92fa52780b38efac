import { expect, test } from 'vitest'
import type { Command } from '../../protocol/commands.ts'
import { does, given, tries } from '../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { permissionsOf } from '../permissions/policy.ts'
import { startSession } from '../session/room.ts'

const CLAP: Command = { type: 'react', reactions: { clap: 1 } }
const off: Command = { type: 'setReactions', on: false }

test('[REACT-1] everybody inside reacts; who waits or has left does not', () => {
  const session = given('webinar', hana, amara, mei)
  for (const who of [hana, amara, mei]) expect(tries(session, who, CLAP)).toBe('allowed')
  expect(tries(session, noor, CLAP)).toBe('not-in-room')
})

test('[REACT-1] [PERMISSION-2] to whom it is not permitted may not; who runs the room always may', () => {
  const session = given('webinar', hana, mei)
  const permissions = { ...permissionsOf(mei), react: false }
  does(session, hana, { type: 'setPermissions', person: mei.id, permissions })
  expect(tries(session, mei, CLAP)).toBe('not-permitted')
  expect(tries(session, hana, CLAP)).toBe('allowed')
})

test('[REACT-4] turned off in the room nobody reacts, not even who turned them off; then they are on again', () => {
  const session = given('webinar', hana, kwame, mei)
  expect(tries(session, mei, off)).toBe('not-allowed')
  expect(does(session, kwame, off)).toEqual([{ type: 'reactionsSet', at: 1, on: false, by: kwame.id }])
  expect(does(session, kwame, off)).toEqual([])
  for (const who of [hana, kwame, mei]) expect(tries(session, who, CLAP)).toBe('reactions-off')
  does(session, hana, { type: 'setReactions', on: true })
  expect(tries(session, mei, CLAP)).toBe('allowed')
})

test('[REACT-4] [SESSION-7] the next session begins as the last one was left', () => {
  const session = given('webinar', hana)
  does(session, hana, off)
  does(session, hana, { type: 'endSession' })
  const begin = startSession({ id: session.room, name: 'Assembly', mode: 'webinar' }, session, hana, session.id, 9, 0)
  expect(begin).toMatchObject([{ type: 'sessionStarted', reactions: false }])
})

test('[REACT-5] reactions leave nothing behind', () => {
  expect(does(given('webinar', hana, mei), mei, { type: 'react', reactions: { clap: 7, heart: 3 } })).toEqual([])
})
