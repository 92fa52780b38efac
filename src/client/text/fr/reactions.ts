import { completed } from '../draft.ts'
import { reactions as english, type ReactionsText } from '../en/reactions.ts'
import { formatsOf } from '../formats.ts'

const { number } = formatsOf('fr')

/** The menu of reactions, and what rises. */
export const reactions: ReactionsText = completed(english, {
  reactions: 'Réactions',
  reaction: { clap: 'Applaudir', heart: 'Cœur', think: 'Réfléchir', wow: 'Étonnement', smile: 'Sourire' },
  count: number,
})
