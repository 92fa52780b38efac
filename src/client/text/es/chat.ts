import { completed } from '../draft.ts'
import { chat as english, type ChatText } from '../en/chat.ts'
import { formatsOf } from '../formats.ts'

const { number, count } = formatsOf('es')

/** The panel and the chat. */
export const chat: ChatText = completed(english, {
  tabs: 'Partes del panel',
  tab: { chat: 'Chat', participants: 'Participantes' },
  tabShort: { chat: 'Chat', participants: 'Gente' },
  count: number,
  raisedHands: (n) => count(n, { one: 'mano levantada', other: 'manos levantadas' }),

  noMessages: 'Todavía no hay mensajes',
})
