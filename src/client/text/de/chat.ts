import { completed } from '../draft.ts'
import { chat as english, type ChatText } from '../en/chat.ts'
import { formatsOf } from '../formats.ts'

const { number, count } = formatsOf('de')

/** The panel and the chat. */
export const chat: ChatText = completed(english, {
  tabs: 'Teile des Seitenbereichs',
  tab: { chat: 'Chat', participants: 'Teilnehmende' },
  tabShort: { chat: 'Chat', participants: 'Leute' },
  count: number,
  raisedHands: (n) => count(n, { one: 'gehobene Hand', other: 'gehobene Hände' }),

  noMessages: 'Noch keine Nachrichten',
})
