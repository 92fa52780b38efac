import { piecesOf } from '../../call/chat/links.ts'
import styles from './MessageText.module.css'

/** The text of a message. https addresses are links; nothing is fetched from them. [CHAT-12] */
export function MessageText({ text }: { text: string }) {
  return (
    <p className={styles.text} dir="auto" translate="yes">
      {piecesOf(text).map(({ at, text: typed, href }) =>
        href === null ? (
          <span key={at}>{typed}</span>
        ) : (
          <a key={at} href={href} target="_blank" rel="noopener noreferrer" dir="ltr" translate="no">
            {typed}
          </a>
        ),
      )}
    </p>
  )
}
