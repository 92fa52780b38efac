import type { PanelText } from '../en/panel.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('ja')

/** The panel’s frame. */
export const panel: PanelText = {
  tabs: 'パネルの項目',
  tab: { chat: 'チャット', participants: '参加者' },
  count: number,
  withHands: (name, n) => `${name}、${count(n, { other: '挙手#人' })}`,
  withUnread: (name) => `${name}、未読メッセージあり`,
}
