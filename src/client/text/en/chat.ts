import { formatsOf } from '../formats.ts'

const { number, count } = formatsOf('en')

/** The panel and the chat. */
export const chat = {
  tabs: 'Parts of the panel',
  tab: { chat: 'Chat', participants: 'Participants' },
  tabShort: { chat: 'Chat', participants: 'People' },
  count: number,
  raisedHands: (n: number) => count(n, { one: 'raised hand', other: 'raised hands' }),

  noMessages: 'No messages yet',
}

export type ChatText = typeof chat
