import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { given } from '../../../test/rules/given.ts'
import { isLetInWhenFull, seesWhenFull } from './precedence.ts'

test('[FULL-3] who runs the room, speakers, and whoever is inside are let in however many there are', () => {
  const session = given('interactive', hana, mei)
  for (const { id, role } of [hana, kwame, amara]) expect(isLetInWhenFull(session, id, role)).toBe(true)
  expect(isLetInWhenFull(session, mei.id, mei.role)).toBe(true)
  expect(isLetInWhenFull(session, noor.id, noor.role)).toBe(false)
  expect(isLetInWhenFull(session, 'stranger', null)).toBe(false)
  expect(isLetInWhenFull({ ...session, endedAt: 1 }, mei.id, mei.role)).toBe(false)
})

test('[LOAD-4] who is needed and who is on stage see however many watch, and whoever only watches does not', () => {
  const [watches, isUp] = [{ publish: [] }, { publish: ['microphone'] as const }]
  for (const { role } of [hana, kwame, amara]) expect(seesWhenFull(role, watches)).toBe(true)
  expect(seesWhenFull(mei.role, watches)).toBe(false)
  expect(seesWhenFull(mei.role, isUp)).toBe(true)
  expect(seesWhenFull(null, watches)).toBe(false)
})
