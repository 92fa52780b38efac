import { useMessages } from '../../i18n/messages.ts'
import styles from './MySessions.module.css'

/** What will be here, and how to begin, for who has no room yet. */
export function FirstTime() {
  const words = useMessages('my-sessions')
  const { 1: first, 2: second, 3: third } = words.steps
  return (
    <section className={styles.first}>
      <h2 className={styles.heading}>{words.firstTitle}</h2>
      <p className={styles.help}>{words.firstHelp}</p>
      <ol className={styles.steps}>
        {[first, second, third].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
