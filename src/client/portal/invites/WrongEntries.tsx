import type { WrongEntry } from '../../../protocol/portal/invites.ts'
import { useMessages } from '../../i18n/messages.ts'
import styles from './invites.module.css'

type Props = { wrong: readonly WrongEntry[]; unwanted: readonly string[] }

/** Who of a list is not invited, and why: what is no address, with its line, and the emails that want no mails. [LINK-5] [MAIL-17] */
export function WrongEntries({ wrong, unwanted }: Props) {
  const words = useMessages('invites')
  const n = wrong.length + unwanted.length
  if (n === 0) return null
  return (
    <details className={styles.wrong} open={n < 6}>
      <summary>{words.wrong({ n })}</summary>
      <ul className={styles.lines}>
        {wrong.map(({ line, text, why }, index) => (
          <li key={index}>
            <b dir="auto">{words.wrongAt({ line, text })}</b>
            <span className={styles.help}>{words.why[why]}</span>
          </li>
        ))}
        {unwanted.map((email) => (
          <li key={email}>
            <b>
              <bdi>{email}</bdi>
            </b>
            <span className={styles.help}>{words.why.unwanted}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
