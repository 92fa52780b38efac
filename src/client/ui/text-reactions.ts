import type { Reaction } from '../../protocol/words.ts'

const number = new Intl.NumberFormat('en')

const reaction: Record<Reaction, string> = {
  clap: 'Clap',
  heart: 'Heart',
  think: 'Think',
  wow: 'Wow',
  smile: 'Smile',
}

const english = {
  reactions: 'Reactions',
  reaction,
  count: (n: number) => number.format(n),
}

export type ReactionsText = typeof english

/** The part of the catalogue about reactions. */
export function useReactionsText(): ReactionsText {
  return english
}
