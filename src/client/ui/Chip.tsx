import type { ReactNode } from 'react'
import styles from './Chip.module.css'

/** A short fact in a pill; `live` has the red dot beside its word. */
export function Chip({ kind = 'plain', children }: { kind?: 'plain' | 'live'; children: ReactNode }) {
  return (
    <span className={styles.chip} data-kind={kind}>
      {children}
    </span>
  )
}
