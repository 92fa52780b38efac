import { CircleArrowDown, CircleArrowUp, CirclePause, CirclePlay, Eraser, Timer, type LucideIcon } from 'lucide-react'
import type { Millis } from '../../../protocol/types.ts'
import type { SystemLine } from '../../call/chat/system-messages.ts'
import type { Formats } from '../../i18n/formats.ts'
import { spanOf } from '../../i18n/lengths.ts'
import { type Messages, useFormats, useMessages } from '../../i18n/messages.ts'
import styles from './SystemMessage.module.css'
import { useMarked } from '../people/index.ts'

const SIGNS: Record<SystemLine['kind'], LucideIcon> = {
  'came-on': CircleArrowUp,
  'left-stage': CircleArrowDown,
  paused: CirclePause,
  opened: CirclePlay,
  cleared: Eraser,
  slow: Timer,
}

/** A line about what happened between two messages. [CHAT-20] */
export function SystemMessage({ line }: { line: SystemLine }) {
  const words = useMessages('chat')
  const formats = useFormats()
  const named = useMarked()
  const Sign = SIGNS[line.kind]
  return (
    <li className={styles.line}>
      <Sign aria-hidden size={16} strokeWidth={1.9} />
      <span dir="auto">{wordsOf({ ...line, names: line.names.map(named) }, words, formats)}</span>
    </li>
  )
}

function wordsOf(line: SystemLine, words: Messages['chat'], formats: Formats): string {
  const [by = ''] = line.names
  const came = { n: line.names.length, names: formats.list(line.names) }
  switch (line.kind) {
    case 'came-on':
      return words.cameOn(came)
    case 'left-stage':
      return words.leftStage(came)
    case 'paused':
      return words.pausedBy({ who: by })
    case 'opened':
      return words.openedBy({ who: by })
    case 'cleared':
      return words.clearedBy({ who: by })
    case 'slow':
      return slowModeBy(by, line.seconds * 1_000, words)
  }
}

function slowModeBy(who: string, length: Millis, words: Messages['chat']): string {
  if (length === 0) return words.slowEndedBy({ who })
  const { unit, n } = spanOf(length)
  return words.slowBy[unit]({ who, n })
}
