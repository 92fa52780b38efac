import type { ReactNode } from 'react'
import { useTitle } from '../ui/hooks/use-title.ts'
import { Top } from '../ui/pages/SiteHeader.tsx'
import { AccountMenu } from './account/AccountMenu.tsx'
import styles from './portal.module.css'

type Props = {
  title: string
  lead: string
  /** The lead changes with what was done, and is said aloud. */
  isNews?: boolean
  /** Without the way to an account, where this page is about that. */
  isBare?: boolean
  children: ReactNode
}

/** A page around the room that is about one thing: what it is, and below it what can be done. */
export function NarrowPage({ title, lead, isNews = false, isBare = false, children }: Props) {
  useTitle(title)
  return (
    <>
      <Top>{!isBare && <AccountMenu />}</Top>
      <main className={styles.narrow}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.help} role={isNews ? 'status' : undefined}>
            {lead}
          </p>
        </div>
        {children}
      </main>
    </>
  )
}
