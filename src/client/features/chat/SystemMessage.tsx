import { CircleArrowDown, CircleArrowUp, CirclePause, CirclePlay, Eraser, Timer, type LucideIcon } from 'lucide-react'
import type { Line } from '../../call/chat/system-messages.ts'
import { type ChatText, useChatText } from '../../i18n/messages.ts'
import styles from './SystemMessage.module.css'
import { useMarked } from '../participants/use-name-mark.ts'

const SIGNS: Record<Line['kind'], LucideIcon> = {
  'came-on': CircleArrowUp,
  'left-stage': CircleArrowDown,
  paused: CirclePause,
  opened: CirclePlay,
  cleared: Eraser,
  slow: Timer,
}

/** What happened between two messages, small and quiet. [CHAT-20] */
export function SystemMessage({ line }: { line: Line }) {
  const words = useChatText()
  const named = useMarked()
  const Sign = SIGNS[line.kind]
  return (
    <li className={styles.line}>
      <Sign aria-hidden size={16} strokeWidth={1.9} />
      <span dir="auto">{wordsOf({ ...line, names: line.names.map(named) }, words)}</span>
    </li>
  )
}

function wordsOf(line: Line, words: ChatText): string {
  const [by = ''] = line.names
  switch (line.kind) {
    case 'came-on':
      return words.cameOn(line.names)
    case 'left-stage':
      return words.leftStage(line.names)
    case 'paused':
      return words.pausedBy(by)
    case 'opened':
      return words.openedBy(by)
    case 'cleared':
      return words.clearedBy(by)
    case 'slow':
      return words.slowBy(by, line.seconds)
  }
}
