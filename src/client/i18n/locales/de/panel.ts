import type { PanelText } from '../en/panel.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('de')

/** The panel’s frame. */
export const panel: PanelText = {
  tabs: 'Teile des Seitenbereichs',
  tab: { chat: 'Chat', participants: 'Teilnehmende' },
  count: number,
  withHands: (name, n) => `${name}, ${count(n, { one: '# gehobene Hand', other: '# gehobene Hände' })}`,
  withUnread: (name) => `${name}, ungelesene Nachrichten`,
}
