import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import type { Millis } from '../../../protocol/types.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { whenIn } from './when-words.ts'
import styles from './When.module.css'

type Props = { start: Millis; end: Millis; was?: Millis | undefined }

/** When something begins and ends, in the visitor's own zone with its name; `was`: when it began before it was moved. [SCHEDULE-9] [SCHEDULE-15] */
export function When({ start, end, was }: Props) {
  const words = useMessages('schedule')
  const language = useLanguage()
  const [now] = useState(Date.now)
  const { day, from, to, zone } = whenIn(language, { start, end, now })
  const before = was === undefined ? null : whenIn(language, { start: was, end: was + end - start, now })
  return (
    <p className={styles.when}>
      <CalendarDays aria-hidden size={20} />
      <span>
        <time className={styles.day} dateTime={new Date(start).toISOString()}>
          {day}
        </time>
        <span className={styles.times}>{words.when({ from, to, zone })}</span>
        {before && <span className={styles.times}>{words.movedFrom({ when: `${before.day}, ${before.from}` })}</span>}
      </span>
    </p>
  )
}
