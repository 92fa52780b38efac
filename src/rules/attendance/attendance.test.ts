import { expect, test } from 'vitest'
import { does, given, happens, ON_STAGE } from '../../../test/rules/given.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { viewFor } from '../audience/audience.ts'
import { evolve } from '../evolve.ts'
import { fromView } from '../session/from-view.ts'

const M = 60_000

/** Noor is there for ten minutes, two of them on stage, and again for the last five. */
function attended() {
  const session = given('interactive', hana, noor)
  does(session, noor, ON_STAGE, 3 * M)
  does(session, noor, { type: 'leaveStage' }, 5 * M)
  does(session, noor, { type: 'leave' }, 10 * M)
  does(session, noor, { type: 'join', page: 'page'.padEnd(22, '_') }, 15 * M)
  return session
}

test('[END-1] [END-2] who was inside is told who ended it, the most at once, and the own time there', () => {
  const session = attended()
  does(session, mei, { type: 'join', page: 'page'.padEnd(22, '_') }, 16 * M)
  does(session, mei, { type: 'leave' }, 17 * M)
  const [ended] = does(session, hana, { type: 'endSession' }, 20 * M)
  expect(ended).toMatchObject({ type: 'sessionEnded', by: hana.id, peak: 3 })
  expect(viewFor(session, noor.id)).toMatchObject({
    endedAt: 20 * M,
    endedBy: hana.id,
    endedByName: 'Hana Weber',
    peak: 3,
    stay: { inside: 15 * M - 1, onStage: 2 * M, since: null, onStageSince: null },
  })
})

test('[END-2] the end closes the time on stage of who stands there', () => {
  const session = given('interactive', hana, noor)
  does(session, noor, ON_STAGE, 3 * M)
  does(session, hana, { type: 'endSession' }, 4 * M)
  expect(viewFor(session, noor.id).stay).toMatchObject({ onStage: M, onStageSince: null })
})

test('[END-2] a page folds the own time as the server does, from what it was told on coming', () => {
  const session = attended()
  const client = fromView(viewFor(session, noor.id), noor.id)
  for (const event of does(session, noor, ON_STAGE, 16 * M)) evolve(client, event)
  for (const event of does(session, hana, { type: 'endSession' }, 18 * M)) evolve(client, event)
  expect(client.attendance.get(noor.id)).toEqual(session.attendance.get(noor.id))
  expect(client).toMatchObject({ endedByName: 'Hana Weber', peak: 2 })
})

test('[END-1] where nobody runs the room any more, nobody has ended it', () => {
  const session = given('interactive', kwame, noor)
  does(session, kwame, { type: 'leave' }, M)
  happens(session, { type: 'unattended' }, 14 * M)
  happens(session, { type: 'unattended' }, 16 * M)
  expect(viewFor(session, noor.id)).toMatchObject({ endedAt: 16 * M, endedBy: null, endedByName: '' })
})

test('[END-3] who was not inside is told of nobody', () => {
  const session = attended()
  does(session, hana, { type: 'endSession' }, 20 * M)
  expect(viewFor(session, mei.id)).toMatchObject({ endedAt: 20 * M, endedByName: '', stay: null })
})

test('a log of before there was such a thing tells its end too', () => {
  const session = attended()
  evolve(session, { type: 'sessionEnded', at: 20 * M, by: hana.id, peak: 0 })
  expect(session).toMatchObject({ endedByName: 'Hana Weber', peak: 2 })
})
