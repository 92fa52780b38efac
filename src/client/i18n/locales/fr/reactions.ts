import type { ReactionsText } from '../en/reactions.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('fr')

/** The menu of reactions, and what rises. */
export const reactions: ReactionsText = {
  reactions: 'Réactions',
  reaction: { clap: 'Applaudir', heart: 'Cœur', think: 'Réfléchir', wow: 'Étonnement', smile: 'Sourire' },
  count: number,
}
