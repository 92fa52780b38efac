import { expect, test } from 'vitest'
import { mei, noor } from '../../../../test/rules/people.ts'
import type { Event } from '../../../protocol/events.ts'
import type { Message } from '../../../protocol/messages.ts'
import { foldMessages, windowOfMessages } from '../../../rules/chat/messages.ts'
import { nothingYet } from '../../../rules/session/session.ts'
import { Conversation } from './conversation.ts'
import type { Call, Follower } from '../call-state.ts'

const all = { reader: mei.id, with: null }

function written(n: number, by: typeof mei = noor): Event {
  const { id: person, name, role } = by
  const whom = { to: null, toName: '' }
  return {
    type: 'messageWritten',
    at: n,
    person,
    name,
    role,
    chatModerator: false,
    ...whom,
    n,
    text: `No. ${n}`,
    quote: null,
    key: null,
  }
}

/** A room in which so many messages were written, and a page that reads them as Mei. */
async function reading(many: number) {
  let stored: readonly Message[] = []
  let followers: Follower[] = []
  let next = 1
  const session = { ...nothingYet(), id: 'first' }
  const call = {
    state: { session, inside: true, you: { id: mei.id } },
    follow: (follower: Follower) => {
      followers = [...followers, follower]
      return () => {}
    },
    findMessages: async (_other: null, where: { before: number | null; after: number | null }) =>
      windowOfMessages(stored, where),
  }
  const happens = (event: Event, isTold = true) => {
    stored = foldMessages(stored, event, all)
    if (isTold) for (const follower of followers) follower.onEvent(event)
  }
  const writes = (count: number, by: typeof mei = noor, isTold = true) => {
    for (let n = 0; n < count; n++) happens(written(next++, by), isTold)
  }
  writes(many)
  const conversation = new Conversation(call as unknown as Call, null)
  await settled()
  const range = () => [conversation.state.messages[0]?.n, conversation.state.messages.at(-1)?.n]
  return { conversation, happens, writes, range, again: () => followers.forEach((follower) => follower.onReset()) }
}

const settled = async () => await new Promise((done) => setTimeout(done, 0))

test('[CHAT-3] who comes late reads the newest, and older ones by going back', async () => {
  const { conversation, range } = await reading(120)
  expect([range(), conversation.state.hasOlder]).toEqual([[71, 120], true])
  await conversation.older()
  await conversation.older()
  expect([range(), conversation.state.hasOlder]).toEqual([[1, 120], false])
})

test('[CHAT-17] however many come, the page holds a window, and the newest of it', async () => {
  const { conversation, writes, range } = await reading(0)
  writes(2_000)
  expect([range(), conversation.state.messages.length]).toEqual([[1_801, 2_000], 200])
  expect(conversation.state).toMatchObject({ unseen: 0, hasOlder: true, hasNewer: false })
})

test('[CHAT-17] who scrolled back is told how many are new, goes forward through them, and is at the end again', async () => {
  const { conversation, writes, range } = await reading(500)
  conversation.sees(false)
  for (let n = 0; n < 6; n++) await conversation.older()
  expect([range(), conversation.state.hasNewer]).toEqual([[151, 350], true])
  writes(7)
  expect([range(), conversation.state.unseen]).toEqual([[151, 350], 7])
  await conversation.newer()
  expect(range()).toEqual([201, 400])
  await conversation.newest()
  expect([range(), conversation.state.unseen, conversation.state.hasNewer]).toEqual([[458, 507], 0, false])
})

test('[CHAT-17] one’s own message brings one to the end', async () => {
  const { conversation, writes, range } = await reading(500)
  conversation.sees(false)
  for (let n = 0; n < 6; n++) await conversation.older()
  writes(1, mei)
  await settled()
  expect(range()).toEqual([452, 501])
})

test('what others write is said aloud, what comes in one frame together, and the own not', async () => {
  const { conversation, writes } = await reading(3)
  expect(conversation.state.news).toEqual([])
  writes(2)
  expect(conversation.state.news.map(({ n }) => n)).toEqual([4, 5])
  await settled()
  writes(1, mei)
  writes(1)
  expect(conversation.state.news.map(({ n }) => n)).toEqual([7])
})

test('after the line was away, what is in sight is as it is now', async () => {
  const { conversation, happens, writes, again } = await reading(3)
  happens({ type: 'messageDeleted', at: 9, person: noor.id, to: null, n: 2, by: noor.id }, false)
  writes(1, noor, false)
  again()
  await settled()
  expect(conversation.state.messages.map(({ n }) => n)).toEqual([1, 3, 4])
})

test('[CHAT-17] also where older ones were on their way when the line broke', async () => {
  const { conversation, happens, again, range } = await reading(120)
  conversation.sees(false)
  const older = conversation.older()
  happens({ type: 'messageDeleted', at: 9, person: noor.id, to: null, n: 30, by: noor.id }, false)
  again()
  await older
  await settled()
  const { messages, hasNewer } = conversation.state
  expect([range(), messages.length, hasNewer]).toEqual([[21, 120], 99, false])
})
