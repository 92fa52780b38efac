import { expect, test } from 'vitest'
import { hana, noor } from '../../../test/rules/people.ts'
import { does, given, happens } from '../../../test/rules/given.ts'

const M = 60_000

test('[SCHEDULE-10] at the end of the planned time those who run the session are told, and it goes on', () => {
  const session = given('interactive', hana, noor)
  const end = session.startedAt + 60 * M
  expect(happens(session, { type: 'timeOver', end }, end)).toEqual([{ type: 'timeOver', at: end, end }])
  expect(session.endedAt).toBeNull()
  expect(session.people.size).toBe(2)
})

test('[SCHEDULE-10] nobody is told of a session that began after the planned time, has ended, or is run by nobody', () => {
  const session = given('interactive', hana, noor)
  expect(happens(session, { type: 'timeOver', end: session.startedAt }, 2 * M)).toEqual([])
  does(session, hana, { type: 'leave' }, 3 * M)
  expect(happens(session, { type: 'timeOver', end: session.startedAt + M }, 4 * M)).toEqual([])
  does(session, hana, { type: 'join', page: 'p'.repeat(22) }, 5 * M)
  does(session, hana, { type: 'endSession' }, 6 * M)
  expect(happens(session, { type: 'timeOver', end: session.startedAt + 7 * M }, 7 * M)).toEqual([])
})
