import { expect, test } from 'vitest'
import type { Command } from '../../protocol/commands.ts'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { does, given, ON_STAGE, tries } from '../../../test/rules/given.ts'
import { beforeOf, deliveryOf, viewFor } from '../audience/audience.ts'
import { evolve } from '../evolve.ts'
import { fromView } from '../session/from-view.ts'

const main = (person: { id: string }, on = true): Command => ({ type: 'setMainCamera', person: person.id, on })

test('[MAIN-1] who runs the room sets the main camera of somebody on stage, and nobody else does', () => {
  const session = given('interactive', hana, kwame, amara, noor, mei)
  does(session, amara, ON_STAGE)
  expect(tries(session, noor, main(amara))).toBe('not-allowed')
  expect(tries(session, amara, main(amara))).toBe('not-allowed')
  expect(tries(session, kwame, main(mei))).toBe('not-on-stage')
  expect(does(session, kwame, main(amara))).toEqual([
    { type: 'mainCameraSet', at: 1, person: amara.id, on: true, by: kwame.id },
  ])
  expect(session.mainCamera).toBe(amara.id)
  expect(does(session, hana, main(amara))).toEqual([])
})

test('[MAIN-1] another one takes its place, also a host’s by a moderator, and it is undone', () => {
  const session = given('interactive', hana, kwame, amara)
  for (const who of [hana, amara]) does(session, who, ON_STAGE)
  does(session, hana, main(amara))
  does(session, kwame, main(hana))
  expect(session.mainCamera).toBe(hana.id)
  expect(does(session, kwame, main(amara, false))).toEqual([])
  does(session, hana, main(hana, false))
  expect(session.mainCamera).toBeNull()
})

test('[MAIN-2] everybody is told, and who comes later knows', () => {
  const session = given('interactive', hana, amara, mei)
  does(session, amara, ON_STAGE)
  const event = { type: 'mainCameraSet' as const, at: 2, person: amara.id, on: true, by: hana.id }
  const before = beforeOf(session, event)
  evolve(session, event)
  const { everyone, moderators } = deliveryOf(session, event, before)
  expect([everyone, moderators]).toEqual([[event], [event]])
  does(session, noor, { type: 'join', page: noor.id })
  expect(fromView(viewFor(session, noor.id), noor.id).mainCamera).toBe(amara.id)
  expect(fromView(viewFor(session, 'at the door'), 'at the door').mainCamera).toBeNull()
})

test('[MAIN-3] it ends when its person goes off the stage or away, and does not come back with them', () => {
  const session = given('interactive', hana, amara)
  for (const off of ['leaveStage', 'leave'] as const) {
    does(session, amara, { type: 'join', page: amara.id })
    does(session, amara, ON_STAGE)
    does(session, hana, main(amara))
    does(session, amara, { type: off })
    expect(session.mainCamera).toBeNull()
  }
  does(session, amara, { type: 'join', page: amara.id })
  does(session, amara, ON_STAGE)
  expect(session.mainCamera).toBeNull()
})
