import type { ReactNode } from 'react'
import { Logo } from './Logo.tsx'
import styles from './Trouble.module.css'

/** A page with one thing to say: what happened, whom to ask, and what one can do. */
export function Trouble({ title, help, children }: { title: string; help: string; children?: ReactNode }) {
  return (
    <main className={styles.page}>
      <Logo />
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.help}>{help}</p>
      {children && <div className={styles.answers}>{children}</div>}
    </main>
  )
}
