import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type Props = { sign: LucideIcon; title: string; help?: string; children?: ReactNode }

/** An empty place: what will be here, and what one can do. */
export function Empty({ sign: Sign, title, help, children }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.sign}>
        <Sign aria-hidden size={24} />
      </span>
      <b>{title}</b>
      {help && <p>{help}</p>}
      {children}
    </div>
  )
}
