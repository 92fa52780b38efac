import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('en')

/** The panel’s frame. */
export const panel = {
  tabs: 'Parts of the panel',
  tab: { chat: 'Chat', participants: 'Participants' },
  count: number,
  withHands: (name: string, n: number) => `${name}, ${count(n, { one: '# raised hand', other: '# raised hands' })}`,
  withUnread: (name: string) => `${name}, unread messages`,
}

export type PanelText = typeof panel
