import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { takeFocus } from '../focus/take-focus.ts'
import { Top } from './SiteHeader.tsx'
import styles from './MessagePage.module.css'

type Props = {
  title: string
  help: string
  /** The icon: blue means waiting, red a stop. */
  sign?: LucideIcon
  kind?: 'plain' | 'wait' | 'stop'
  chip?: ReactNode
  card?: ReactNode
  foot?: string
  /** It replaces what one was doing: its heading takes the focus, so that it is read. */
  isNews?: boolean
  children?: ReactNode
}

/** A page with one message: what happened, whom to ask, and what one can do. */
export function MessagePage({
  title,
  help,
  sign: Sign,
  kind = 'plain',
  chip,
  card,
  foot,
  isNews = false,
  children,
}: Props) {
  return (
    <>
      <Top />
      <main className={styles.page}>
        {Sign && (
          <span className={styles.sign} data-kind={kind}>
            <Sign aria-hidden size={28} />
          </span>
        )}
        {chip}
        <h1 ref={isNews ? takeFocus : null} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <p className={styles.help}>{help}</p>
        {card}
        {children && <div className={styles.answers}>{children}</div>}
        {foot && <p className={styles.foot}>{foot}</p>}
      </main>
    </>
  )
}
