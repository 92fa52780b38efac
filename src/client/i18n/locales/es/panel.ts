import type { PanelText } from '../en/panel.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('es')

/** The panel’s frame. */
export const panel: PanelText = {
  tabs: 'Partes del panel',
  tab: { chat: 'Chat', participants: 'Participantes' },
  count: number,
  withHands: (name, n) => `${name}, ${count(n, { one: '# mano levantada', other: '# manos levantadas' })}`,
  withUnread: (name) => `${name}, mensajes sin leer`,
}
