import type { ReactionsText } from '../en/reactions.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('he')

/** The menu of reactions, and what rises. */
export const reactions: ReactionsText = {
  reactions: 'תגובות',
  reaction: { clap: 'מחיאות כפיים', heart: 'לב', think: 'מחשבה', wow: 'וואו', smile: 'חיוך' },
  count: number,
}
