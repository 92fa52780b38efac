import type { ReactionsText } from '../en/reactions.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('es')

/** The menu of reactions, and what rises. */
export const reactions: ReactionsText = {
  reactions: 'Reacciones',
  reaction: { clap: 'Aplauso', heart: 'Corazón', think: 'Pensar', wow: 'Asombro', smile: 'Sonrisa' },
  count: number,
}
