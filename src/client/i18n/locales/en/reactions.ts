import type { Reaction } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('en')

const reaction: Record<Reaction, string> = {
  clap: 'Clap',
  heart: 'Heart',
  think: 'Think',
  wow: 'Wow',
  smile: 'Smile',
}

/** The menu of reactions, and what rises. */
export const reactions = {
  reactions: 'Reactions',
  reaction,
  count: number,
}

export type ReactionsText = typeof reactions
