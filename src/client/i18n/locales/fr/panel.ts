import type { PanelText } from '../en/panel.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('fr')

/** The panel’s frame. */
export const panel: PanelText = {
  tabs: 'Parties du panneau',
  tab: { chat: 'Chat', participants: 'Participants' },
  count: number,
  withHands: (name, n) => `${name}, ${count(n, { one: '# main levée', other: '# mains levées' })}`,
  withUnread: (name) => `${name}, messages non lus`,
}
