import type { ReactNode } from 'react'
import { Logo } from '../controls/Logo.tsx'
import { LanguageChoice } from '../controls/LanguageChoice.tsx'
import { useMessages } from '../../i18n/messages.ts'
import styles from './SiteHeader.module.css'

/** The header of every page outside the room. */
export function Top({ children }: { children?: ReactNode }) {
  const t = useMessages('core')
  return (
    <header className={styles.top}>
      <a className={styles.brand} href="/">
        <Logo />
        <span>{t.rostrum}</span>
      </a>
      <span className={styles.end}>
        {children}
        <LanguageChoice small />
      </span>
    </header>
  )
}
