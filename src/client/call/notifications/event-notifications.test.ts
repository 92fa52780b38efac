import { expect, test } from 'vitest'
import type { Command } from '../../../protocol/commands.ts'
import type { Event } from '../../../protocol/events.ts'
import type { Actor } from '../../../rules/outcome.ts'
import type { Session } from '../../../rules/session/session.ts'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import type { NoticeBody } from '../call-state.ts'
import { noticeOf, questionsIn } from './event-notifications.ts'

/** What somebody is told after somebody's act. */
function hears(session: Session, me: Actor, who: Actor, command: Command): NoticeBody[] {
  return does(session, who, command).flatMap((event) => noticeOf(session, event, me.id, false) ?? [])
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

test('[ROLE-7] who is made a chat moderator is told, and who is no more', () => {
  const session = given('interactive', hana, noor)
  for (const on of [true, false])
    expect(hears(session, noor, hana, { type: 'setChatModerator', person: noor.id, on })).toEqual([
      { kind: 'chat-moderator', by: 'Hana Weber', on },
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
  expect(noticeOf(onStage(noor), foul, noor.id, false)).toEqual({ kind: 'off-stage-foul' })
})

test('[ACCESS-5] [INVITE-4] requests and invitations are news to who runs the room, and their answers to who asked', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  const asks = { kind: 'asks-to-join', person: noor.id, name: 'Noor Rahimi' }
  const ask = does(session, noor, { type: 'askToJoin' })
  expect([hana, kwame, mei, noor].map((who) => ask.map((event) => noticeOf(session, event, who.id, false)))).toEqual([
    [asks],
    [asks],
    [null],
    [null],
  ])
  expect(hears(session, noor, hana, { type: 'declineRequest', person: noor.id })).toEqual([
    { kind: 'request-declined', by: 'Hana Weber' },
  ])
  expect(hears(session, mei, hana, { type: 'invite', person: mei.id })).toEqual([{ kind: 'invited', by: 'Hana Weber' }])
  expect(hears(session, kwame, mei, { type: 'declineInvitation' })).toEqual([
    { kind: 'invitation-declined', person: mei.id, name: 'Mei Tanaka' },
  ])
  does(session, hana, { type: 'invite', person: mei.id })
  expect(hears(session, mei, kwame, { type: 'revokeInvitation', person: mei.id })).toEqual([
    { kind: 'invitation-revoked', by: 'Kwame Mensah' },
  ])
})

test('[WAIT-3] who waits is news to who runs the room, and to nobody else', () => {
  const session = given('webinar', hana, noor)
  does(session, hana, { type: 'lockRoom', on: true })
  const knock = does(session, mei, { type: 'join', page: mei.id })
  const heard = [hana, noor].map((who) => knock.map((event) => noticeOf(session, event, who.id, false)))
  expect(heard).toEqual([[{ kind: 'waits', person: mei.id, name: 'Mei Tanaka' }], [null]])
})

test('[ACCESS-3] [WAIT-3] who asks and who waits are open questions of who runs the room, oldest first; a hand is none', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, hana, { type: 'lockRoom', on: true })
  does(session, amara, { type: 'join', page: amara.id }, 5)
  does(session, noor, { type: 'askToJoin' }, 4)
  does(session, mei, { type: 'raiseHand' }, 3)
  expect(questionsIn(session, hana.id)).toEqual([
    { body: { kind: 'asks-to-join', person: noor.id, name: 'Noor Rahimi' }, at: 4 },
    { body: { kind: 'waits', person: amara.id, name: 'Amara Okafor' }, at: 5 },
  ])
  expect(questionsIn(session, mei.id)).toEqual([])
})

test('[SHARE-3] [SHARE-4] whose share was stopped or taken over is told by whom', () => {
  const shared = () => {
    const session = given('interactive', hana, kwame, noor, mei)
    does(session, kwame, { type: 'startShare', sound: false, instead: null })
    return session
  }
  expect(hears(shared(), kwame, hana, { type: 'stopShare', person: kwame.id })).toEqual([
    { kind: 'share-stopped', by: 'Hana Weber' },
  ])
  const instead = { type: 'startShare', sound: false, instead: kwame.id } as const
  expect(hears(shared(), kwame, hana, instead)).toEqual([{ kind: 'share-taken', by: 'Hana Weber' }])
  expect(hears(shared(), kwame, kwame, { type: 'stopShare', person: kwame.id })).toEqual([])
})

test('[NAME-5] who asks or waits under a moderator’s name is marked in the news of it', () => {
  const session = given('webinar', hana, { ...noor, name: 'Hana VVeber' })
  const news = does(session, noor, { type: 'raiseHand' }).map((event) => noticeOf(session, event, hana.id, false))
  expect(news).toEqual([{ kind: 'raised-hand', person: noor.id, name: 'Hana VVeber', isAlike: true }])
})

test('[SCHEDULE-10] whoever runs the session is asked at the end of its planned time, and nobody else', () => {
  const session = given('interactive', hana, kwame, noor)
  const over: Event = { type: 'timeOver', at: 1, end: 1 }
  const told = [hana, kwame, noor].map(({ id }) => noticeOf(session, over, id, false))
  expect(told).toEqual([{ kind: 'time-over' }, { kind: 'time-over' }, null])
})
