import type { ReactionsText } from '../en/reactions.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('de')

/** The menu of reactions, and what rises. */
export const reactions: ReactionsText = {
  reactions: 'Reaktionen',
  reaction: { clap: 'Klatschen', heart: 'Herz', think: 'Nachdenken', wow: 'Staunen', smile: 'Lächeln' },
  count: number,
}
