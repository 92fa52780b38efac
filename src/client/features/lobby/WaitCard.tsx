import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './WaitCard.module.css'

/** The card of somebody who waits. A screen reader announces `place` when it changes, and not what stands below it. */
export function WaitCard({ place, children }: { place: string; children: ReactNode }) {
  return (
    <div className={styles.wait}>
      <span className={styles.glass}>
        <Hourglass aria-hidden size={20} />
      </span>
      <div>
        <b role="status">{place}</b>
        {children}
      </div>
    </div>
  )
}
