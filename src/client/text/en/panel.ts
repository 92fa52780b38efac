import { formatsOf } from '../formats.ts'

const { number, count } = formatsOf('en')

/** The panel’s frame. */
export const panel = {
  tabs: 'Parts of the panel',
  tab: { chat: 'Chat', participants: 'Participants' },
  tabShort: { chat: 'Chat', participants: 'People' },
  count: number,
  raisedHands: (n: number) => count(n, { one: 'raised hand', other: 'raised hands' }),
  withUnread: (name: string) => `${name}, unread messages`,
  unread: 'unread messages',
}

export type PanelText = typeof panel
