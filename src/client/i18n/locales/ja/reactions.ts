import type { ReactionsText } from '../en/reactions.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('ja')

/** The menu of reactions, and what rises. */
export const reactions: ReactionsText = {
  reactions: 'リアクション',
  reaction: { clap: '拍手', heart: 'ハート', think: '考え中', wow: '驚き', smile: '笑顔' },
  count: number,
}
