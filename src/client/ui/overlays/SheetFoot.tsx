import type { ReactNode } from 'react'
import styles from './SheetFoot.module.css'

/** Why what a sheet asks for was not done, announced at once; nothing while it is empty. */
export function SheetFault({ children }: { children: string }) {
  if (children === '') return null
  return (
    <p role="alert" className={styles.fault}>
      {children}
    </p>
  )
}

/** The answers at the foot of a sheet. */
export function Answers({ children }: { children: ReactNode }) {
  return <div className={styles.answers}>{children}</div>
}
