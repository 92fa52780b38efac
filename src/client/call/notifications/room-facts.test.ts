import { expect, test } from 'vitest'
import type { Command } from '../../../protocol/commands.ts'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { welcomeTo } from '../../../../test/client/manual-transport.ts'
import { amara, hana, mei, noor } from '../../../../test/rules/people.ts'
import type { Actor } from '../../../rules/outcome.ts'
import type { Announcement } from './announcement.ts'
import { before, welcomed } from '../reducer.ts'
import { factsOf, announcementsBetween } from './room-facts.ts'

/** What is said to somebody of each act, one after the other. */
function hears(me: Actor, ...acts: [Actor, Command][]): Announcement[] {
  const session = given('interactive', hana, amara, noor, mei)
  const look = () => factsOf(welcomed(before(), welcomeTo(session, me), 0))
  let was = look()
  return acts.flatMap(([who, command]) => {
    does(session, who, command)
    const now = look()
    const sayings = announcementsBetween(was, now)
    was = now
    return sayings
  })
}

const ASK: Command = { type: 'setAccess', access: 'request' }

test('[SAID-1] another way to the stage is said to whom it is another', () => {
  expect(hears(mei, [hana, ASK])).toEqual([{ about: 'way', kind: 'way', way: 'ask' }])
  expect(hears(mei, [hana, { type: 'setMode', mode: 'webinar' }])).toEqual([{ about: 'way', kind: 'way', way: 'none' }])
  expect(hears(amara, [hana, ASK])).toEqual([])
  expect(hears(noor, [noor, ON_STAGE], [hana, ASK], [noor, { type: 'leaveStage' }])).toEqual([])
  // A notice tells of a role.
  expect(hears(mei, [hana, ASK], [hana, { type: 'setRole', person: mei.id, role: 'speaker' }])).toHaveLength(1)
})

test('[SAID-1] a locked room and a paused chat are said, and that they are open again', () => {
  const on = { on: true }
  const off = { on: false }
  expect(hears(mei, [hana, { type: 'lockRoom', ...on }], [hana, { type: 'lockRoom', ...off }])).toEqual([
    { about: 'lock', kind: 'room-locked', ...on },
    { about: 'lock', kind: 'room-locked', ...off },
  ])
  expect(hears(mei, [hana, { type: 'pauseChat', ...on }], [hana, { type: 'pauseChat', ...off }])).toEqual([
    { about: 'chat', kind: 'chat-paused', ...on },
    { about: 'chat', kind: 'chat-paused', ...off },
  ])
})

test('[SAID-1] who is blocked from the chat, or large for everybody, is told so, and that it is over', () => {
  const block: [Actor, Command] = [hana, { type: 'blockFromChat', person: noor.id }]
  expect(hears(noor, block, [hana, { type: 'letBackIntoChat', person: noor.id }])).toEqual([
    { about: 'blocked', kind: 'blocked', on: true },
    { about: 'blocked', kind: 'blocked', on: false },
  ])
  expect(hears(mei, block)).toEqual([])
  const main: [Actor, Command][] = [true, false].map((on) => [hana, { type: 'setMainCamera', person: noor.id, on }])
  expect(hears(noor, [noor, ON_STAGE], ...main)).toEqual([
    { about: 'main', kind: 'main', on: true },
    { about: 'main', kind: 'main', on: false },
  ])
  expect(hears(mei, [noor, ON_STAGE], ...main)).toEqual([])
})
