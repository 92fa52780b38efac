import type { WrongEntry } from '../../../protocol/portal/invites.ts'
import { useMessages } from '../../i18n/messages.ts'
import styles from './invites.module.css'

/** What of a list is no address: each with its line, and why. [LINK-5] */
export function WrongEntries({ wrong }: { wrong: readonly WrongEntry[] }) {
  const words = useMessages('invites')
  if (wrong.length === 0) return null
  return (
    <details className={styles.wrong} open={wrong.length < 6}>
      <summary>{words.wrong({ n: wrong.length })}</summary>
      <ul className={styles.lines}>
        {wrong.map(({ line, text, why }, index) => (
          <li key={index}>
            <b dir="auto">{words.wrongAt({ line, text })}</b>
            <span className={styles.help}>{words.why[why]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
