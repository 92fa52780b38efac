import type { ReactNode } from 'react'
import { useMessages } from '../i18n/messages.ts'
import styles from './NoCookies.module.css'

/** Says that the browser keeps no cookies, what that means and what to do; the children are the way to try again. [NAME-6] */
export function NoCookies({ children }: { children: ReactNode }) {
  const t = useMessages('core')
  return (
    <div role="alert" className={styles.words}>
      <p>{t.cookiesBlocked}</p>
      {children}
    </div>
  )
}
