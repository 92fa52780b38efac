import { expect, test } from 'vitest'
import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Actor } from '../../rules/outcome.ts'
import type { Session } from '../../rules/session.ts'
import { does, given, ON_STAGE } from '../../../test/given.ts'
import { hana, kwame, mei, noor } from '../../../test/people.ts'
import type { News, Notice } from './live.ts'
import { newsOf, withNews, withoutAnswered } from './notices.ts'

/** What somebody is told after somebody's act. */
function hears(session: Session, me: Actor, who: Actor, command: Command): News[] {
  return does(session, who, command).flatMap((event) => newsOf(session, event, me.id, false) ?? [])
}

function onStage(who: Actor): Session {
  const session = given('interactive', hana, kwame, noor, mei)
  does(session, who, ON_STAGE)
  return session
}

test('[MUTE-3] who is muted, or whose camera is turned off, is told by whom', () => {
  expect(hears(onStage(noor), noor, hana, { type: 'mute', person: noor.id })).toEqual([
    { kind: 'muted', by: 'Hana Weber' },
  ])
  expect(hears(onStage(noor), noor, kwame, { type: 'turnOffCamera', person: noor.id })).toEqual([
    { kind: 'camera-off', by: 'Kwame Mensah' },
  ])
})

test('one’s own acts are no news', () => {
  const acts: Command[] = [{ type: 'turnMicrophone', on: false }, { type: 'raiseHand' }, { type: 'leaveStage' }]
  for (const act of acts) expect(hears(onStage(noor), noor, noor, act)).toEqual([])
})

test('[STAGE-5] [MEDIA-3] who is taken off the stage is told, and why', () => {
  expect(hears(onStage(noor), noor, hana, { type: 'removeFromStage', person: noor.id })).toEqual([
    { kind: 'removed-from-stage', by: 'Hana Weber' },
  ])
  const foul: Event = { type: 'leftStage', at: 1, person: noor.id, why: 'foul', by: null }
  expect(newsOf(onStage(noor), foul, noor.id, false)).toEqual({ kind: 'off-stage-foul' })
})

test('[ACCESS-5] [INVITE-4] requests and invitations are news to who runs the room, and their answers to who asked', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  const asks = { kind: 'asks-to-join', person: noor.id, name: 'Noor Rahimi' }
  const ask = does(session, noor, { type: 'askToJoin' })
  expect([hana, kwame, mei, noor].map((who) => ask.map((event) => newsOf(session, event, who.id, false)))).toEqual([
    [asks],
    [asks],
    [null],
    [null],
  ])
  expect(hears(session, noor, hana, { type: 'declineRequest', person: noor.id })).toEqual([
    { kind: 'request-declined', by: 'Hana Weber' },
  ])
  does(session, hana, { type: 'invite', person: mei.id })
  expect(hears(session, kwame, mei, { type: 'declineInvitation' })).toEqual([
    { kind: 'invitation-declined', person: mei.id, name: 'Mei Tanaka' },
  ])
  does(session, hana, { type: 'invite', person: mei.id })
  expect(hears(session, mei, kwame, { type: 'revokeInvitation', person: mei.id })).toEqual([
    { kind: 'invitation-revoked', by: 'Kwame Mensah' },
  ])
})

const asks: News = { kind: 'asks-to-join', person: noor.id, name: noor.name }
const muted: Notice = { id: 1, kind: 'muted', by: 'Hana Weber' }

test('the same news again takes the place of the older one, and twenty are enough', () => {
  expect(withNews([muted], { kind: 'muted', by: 'Hana Weber' }, 2)).toEqual([{ ...muted, id: 2 }])
  const many = Array.from({ length: 30 }, (_, n) => n).reduce<readonly Notice[]>(
    (notices, n) => withNews(notices, { kind: 'muted', by: String(n) }, n),
    [],
  )
  expect(many.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => n + 10))
})

const answers = (person: string): Event[] => [
  { type: 'invited', at: 1, person, by: kwame.id, hold: false },
  { type: 'handLowered', at: 1, person, why: 'declined', by: kwame.id },
  { type: 'left', at: 1, person, why: 'gone' },
]

test('a question is answered by whoever answers; other questions and news stay', () => {
  const open = withNews([muted], asks, 2)
  for (const event of answers(noor.id)) expect(withoutAnswered(open, event, hana.id)).toEqual([muted])
  for (const event of answers(mei.id)) expect(withoutAnswered(open, event, hana.id)).toEqual(open)
})

test('[SESSION-3] after the end nothing is asked any more', () => {
  const open = withNews([muted], asks, 2)
  expect(withoutAnswered(open, { type: 'sessionEnded', at: 1, by: hana.id }, hana.id)).toEqual([muted])
})

test('[MUTE-4] a question to unmute is answered by the own microphone, and by nobody else’s', () => {
  const open = withNews([muted], { kind: 'asked-to-unmute', by: hana.name }, 2)
  const turned = (person: string): Event => ({ type: 'microphoneTurned', at: 1, person, on: true, by: person })
  expect(withoutAnswered(open, turned(mei.id), noor.id)).toEqual(open)
  expect(withoutAnswered(open, turned(noor.id), noor.id)).toEqual([muted])
})
