const plural = new Intl.PluralRules('en')
const number = new Intl.NumberFormat('en')

const english = {
  tabs: 'Parts of the panel',
  tab: { chat: 'Chat', participants: 'Participants' },
  tabShort: { chat: 'Chat', participants: 'People' },
  count: (n: number) => number.format(n),
  raisedHands: (n: number) => (plural.select(n) === 'one' ? 'raised hand' : 'raised hands'),

  noMessages: 'No messages yet',
}

export type ChatText = typeof english

/** The words of the panel and the chat. */
export function useChatText(): ChatText {
  return english
}
