import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NoticeWords } from '../../i18n/messages.ts'
import type { Tone } from './notice-signs.ts'
import styles from './NoticeLine.module.css'

type Props = { sign: readonly [LucideIcon, Tone]; words: NoticeWords; id?: string; children?: ReactNode }

/** The layout of every notice: an icon, what happened, what one can do, and the answers. */
export function NoticeLine({ sign: [Icon, tone], words: [what, then], id, children }: Props) {
  return (
    <div className={styles.line}>
      <span className={styles.badge} data-tone={tone}>
        <Icon aria-hidden size={20} strokeWidth={1.9} />
      </span>
      <p id={id} className={styles.words}>
        {what && <b>{`${what} `}</b>}
        {then && <span className={styles.then}>{then}</span>}
      </p>
      {children && <span className={styles.acts}>{children}</span>}
    </div>
  )
}
