import { expect, test } from 'vitest'
import type { Event } from '../../../protocol/events.ts'
import { hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import type { NoticeBody } from '../call-state.ts'
import { listAfter, without, withNotice, withoutAnswered } from './notification-list.ts'
import { toastsOf } from './toasts.ts'

/** What is open and what the list holds after all this news, one at each ms. */
type Told = ReturnType<typeof withNotice>
const after = (...news: NoticeBody[]) =>
  news.reduce<Told>((all, each, at) => withNotice(all, each, at), { notices: [], notificationList: [] })
const open = (...news: NoticeBody[]) => after(...news).notices.map(({ kind }) => kind)
const asks = (who: { id: string; name: string }): NoticeBody => ({
  kind: 'asks-to-join',
  person: who.id,
  name: who.name,
})
const waits = (who: { id: string; name: string }): NoticeBody => ({ kind: 'waits', person: who.id, name: who.name })
const by = hana.name
const muted: NoticeBody = { kind: 'muted', by }
const asked: NoticeBody = { kind: 'asked-to-unmute', by }
const many = (n: number) => Array.from({ length: n }, (_, each) => ({ id: `p${each}`, name: `Person ${each}` }))

test('there are never two for one cause: the newest is what is so', () => {
  expect(open(muted, muted)).toEqual(['muted'])
  expect(open({ kind: 'refused', refusal: 'stage-full' }, { kind: 'refused', refusal: 'too-fast' })).toEqual([
    'refused',
  ])
  expect(open({ kind: 'raised-hand', person: noor.id, name: noor.name }, asks(noor))).toEqual(['asks-to-join'])
  const locked = { by, source: 'camera' } as const
  expect(open({ kind: 'locked', ...locked }, { kind: 'unlocked', ...locked })).toEqual(['unlocked'])
  expect(open({ kind: 'hand-moved', by }, { kind: 'hand-lowered', by })).toEqual(['hand-lowered'])
})

test('what makes no sense any more goes with what ends it', () => {
  expect(open(muted, { kind: 'camera-off', by }, asked, { kind: 'removed-from-stage', by })).toEqual([
    'removed-from-stage',
  ])
  expect(open(asked, { kind: 'locked', by, source: 'microphone' })).toEqual(['locked'])
  expect(open(asked, { kind: 'locked', by, source: 'camera' })).toEqual(['asked-to-unmute', 'locked'])
})

test('what is said elsewhere is no toast, and is in the list', () => {
  const invited = after({ kind: 'invited', by })
  expect(invited.notices).toEqual([])
  expect(invited.notificationList).toMatchObject([{ kind: 'invited', isRead: true }])
  expect(open(asked, { kind: 'muted-voice' })).toEqual(['asked-to-unmute'])
  // Who has just been muted while speaking still reads by whom.
  expect(open(muted, { kind: 'muted-voice' })).toEqual(['muted'])
})

test('the list keeps all, with the time, and what was put away is read; what only went by is not', () => {
  const all = after(muted, asks(noor), { kind: 'camera-off', by })
  const [, second, third] = all.notificationList.map(({ id }) => id)
  const { notices, notificationList } = without(without(all, [second ?? 0], true), [third ?? 0], false)
  expect(notices.map(({ kind }) => kind)).toEqual(['muted'])
  expect(notificationList.map(({ kind, at, isRead }) => [kind, at, isRead])).toEqual([
    ['muted', 0, false],
    ['asks-to-join', 1, true],
    ['camera-off', 2, false],
  ])
})

test('five hundred are twenty that are open, and a notificationList of a hundred with numbers of their own', () => {
  const { notices, notificationList } = after(...many(500).map(asks))
  expect(notices.at(-1)).toMatchObject({ id: 500, name: 'Person 499' })
  expect([notices.length, notificationList.length, new Set(notificationList.map(({ id }) => id)).size]).toEqual([
    20, 100, 100,
  ])
})

test('several of a kind are one toast, which keeps its place while it grows', () => {
  const two = toastsOf(after(asks(noor), muted, asks(mei)).notices, 3)
  expect(two.map(({ key, notices }) => [key, notices.length])).toEqual([
    ['asks-to-join', 2],
    ['2', 1],
  ])
  const three = toastsOf(after(asks(noor), muted, asks(mei), asks(kwame), waits(kwame)).notices, 3)
  expect(three.map(({ key, notices }) => [key, notices.length])).toEqual([
    ['asks-to-join', 3],
    ['2', 1],
    ['waits', 1],
  ])
})

test('of too many the questions stay in sight, and then the newest', () => {
  const { notices } = after(asks(noor), muted, { kind: 'camera-off', by }, { kind: 'permissions-set', by })
  expect(toastsOf(notices, 2).map(({ notices: [first] }) => first.kind)).toEqual(['asks-to-join', 'permissions-set'])
  expect(toastsOf(notices, 1).map(({ notices: [first] }) => first.kind)).toEqual(['asks-to-join'])
})

const answers = (person: string): Event[] => [
  { type: 'invited', at: 1, person, by: kwame.id, hold: false },
  { type: 'handLowered', at: 1, person, why: 'declined', by: kwame.id },
  { type: 'left', at: 1, person, why: 'gone' },
]

test('a question is answered by whoever answers; other questions and news stay', () => {
  const { notices } = after(muted, asks(noor))
  const [news] = notices
  for (const event of answers(noor.id)) expect(withoutAnswered(notices, event, hana.id)).toEqual([news])
  for (const event of answers(mei.id)) expect(withoutAnswered(notices, event, hana.id)).toEqual(notices)
})

test('[WAIT-3] who was let in, was not, or went away is waited for no more', () => {
  const { notices } = after(waits(noor))
  const ends: Event[] = [
    { type: 'admitted', at: 1, person: noor.id, by: kwame.id },
    { type: 'entryDeclined', at: 1, person: noor.id, by: kwame.id },
    { type: 'stoppedWaiting', at: 1, person: noor.id, why: 'self' },
  ]
  for (const event of ends) expect(withoutAnswered(notices, event, hana.id)).toEqual([])
})

test('[REHEARSE-4] what bots asked is in the list no more once the rehearsal is over', () => {
  const { notificationList } = after(muted, asks(noor), asks(mei))
  const verdict = { kind: 'tooShort' } as const
  const over: Event = { type: 'rehearsalStopped', at: 1, by: null, why: 'guest', people: [noor.id], verdict }
  expect(listAfter(notificationList, over).map((each) => ('name' in each ? each.name : each.kind))).toEqual([
    'muted',
    mei.name,
  ])
})

test('[SESSION-3] after the end nothing is asked any more', () => {
  const { notices } = after(muted, asks(noor))
  const left = withoutAnswered(notices, { type: 'sessionEnded', at: 1, by: hana.id, peak: 1 }, hana.id)
  expect(left.map(({ kind }) => kind)).toEqual(['muted'])
})

test('[MUTE-4] a question to unmute is answered by the own microphone, and by nobody else’s', () => {
  const { notices } = after({ kind: 'camera-off', by }, asked)
  const turned = (person: string): Event => ({ type: 'microphoneTurned', at: 1, person, on: true, by: person })
  expect(withoutAnswered(notices, turned(mei.id), noor.id)).toEqual(notices)
  expect(withoutAnswered(notices, turned(noor.id), noor.id).map(({ kind }) => kind)).toEqual(['camera-off'])
})
