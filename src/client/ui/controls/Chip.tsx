import type { ReactNode } from 'react'
import styles from './Chip.module.css'

/** A short fact in a pill; `live` has a red dot, `wait` is blue. */
export function Chip({ kind = 'plain', children }: { kind?: 'plain' | 'live' | 'wait'; children: ReactNode }) {
  return (
    <span className={styles.chip} data-kind={kind}>
      {children}
    </span>
  )
}
