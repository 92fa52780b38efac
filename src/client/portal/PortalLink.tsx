import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './portal.module.css'

/** A link to another page of the portal, without loading it anew. */
export function PortalLink({ to, children, isHere }: { to: string; children: ReactNode; isHere?: boolean }) {
  return (
    <Link href={to} className={styles.link} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}
