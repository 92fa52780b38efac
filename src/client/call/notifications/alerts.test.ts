import { expect, test } from 'vitest'
import { does, given } from '../../../../test/rules/given.ts'
import { hana, mei, noor } from '../../../../test/rules/people.ts'
import { alertOfMessage, alertsAfter, alertsFor, isStillOpen, titleIn } from './alerts.ts'
import { before } from '../reducer.ts'
import type { CallState, NoticeBody } from '../call-state.ts'
import { withNotice } from './notification-list.ts'

const words = {
  invited: 'You are invited',
  hands: ({ many }: { many: number }) => `${many} hands`,
  waiting: ({ many }: { many: number }) => `${many} wait`,
  unread: 'New messages',
}

function stateOf(me: { id: string }, session = given('webinar', hana, noor)): CallState {
  return { ...before(), session, me: session.people.get(me.id) ?? null, unread: new Set<string>() }
}

test('[ALERT-1] an invitation, a hand and who waits call back, each once, and nothing else does', () => {
  const news: NoticeBody[] = [
    { kind: 'muted', by: 'Hana Weber' },
    { kind: 'raised-hand', person: noor.id, name: noor.name },
    { kind: 'invited', by: hana.name },
    { kind: 'waits', person: mei.id, name: mei.name },
  ]
  const { notificationList } = news.reduce<Parameters<typeof withNotice>[0]>(
    (told, each) => withNotice(told, each, 1),
    {
      notices: [],
      notificationList: [],
    },
  )
  expect(alertsAfter(notificationList, 0)).toEqual([
    { kind: 'hand', person: noor.id, name: noor.name },
    { kind: 'invited', person: null, name: hana.name },
    { kind: 'waiting', person: mei.id, name: mei.name },
  ])
  expect(alertsAfter(notificationList, notificationList.at(-1)?.id ?? 0)).toEqual([])
})

test('[ALERT-1] a private message calls back, unless it is read as it comes; one to everybody does not', () => {
  const session = given('webinar', hana, noor)
  const write = { type: 'write', text: 'Hello', reply: null, key: null } as const
  const [toOne] = does(session, noor, { ...write, to: hana.id })
  const [toAll] = does(session, noor, { ...write, to: null })
  if (!toOne || !toAll) throw new Error('nothing was written')
  expect(alertOfMessage(toOne, hana.id, null)).toEqual({ kind: 'private', person: noor.id, name: noor.name })
  expect(alertOfMessage(toOne, hana.id, noor.id)).toBeNull()
  expect(alertOfMessage(toOne, noor.id, null)).toBeNull()
  expect(alertOfMessage(toAll, hana.id, null)).toBeNull()
})

test('[ALERT-3] hands, and who waits, are for moderators', () => {
  const session = given('webinar', hana, noor)
  expect(alertsFor(session.people.get(hana.id) ?? null)).toEqual(['invited', 'hand', 'waiting', 'private'])
  expect(alertsFor(session.people.get(noor.id) ?? null)).toEqual(['invited', 'private'])
})

test('[ALERT-2] the tab has the room’s name, and what happens for whom it is', () => {
  const session = given('webinar', hana, noor)
  const name = session.name
  expect(titleIn(stateOf(hana, session), words)).toBe(name)
  does(session, noor, { type: 'raiseHand' })
  expect(titleIn(stateOf(hana, session), words)).toBe(`1 hands · ${name}`)
  expect(titleIn(stateOf(noor, session), words)).toBe(name)
  does(session, hana, { type: 'invite', person: noor.id })
  const state = stateOf(noor, session)
  expect(titleIn({ ...state, unread: new Set(['']) }, words)).toBe(`You are invited · New messages · ${name}`)
  expect([isStillOpen(state, 'invited'), isStillOpen(stateOf(hana, session), 'hand')]).toEqual([true, true])
  does(session, noor, { type: 'declineInvitation' })
  expect(isStillOpen(stateOf(noor, session), 'invited')).toBe(false)
})
