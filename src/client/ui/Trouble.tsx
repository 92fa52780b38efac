import type { ReactNode } from 'react'
import { Logo } from './Logo.tsx'
import styles from './Trouble.module.css'

type Props = {
  title: string
  help: string
  /** It takes the place of what one was in: the focus goes to its heading, so that it is read out. */
  isNews?: boolean
  children?: ReactNode
}

/** A page with one thing to say: what happened, whom to ask, and what one can do. */
export function Trouble({ title, help, isNews = false, children }: Props) {
  return (
    <main className={styles.page}>
      <Logo />
      <h1 ref={isNews ? focus : null} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.help}>{help}</p>
      {children && <div className={styles.answers}>{children}</div>}
    </main>
  )
}

function focus(heading: HTMLElement | null): void {
  heading?.focus()
}
