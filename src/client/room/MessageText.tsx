import type { ReactNode } from 'react'
import styles from './MessageText.module.css'

// What looks like an address; what ends a sentence is not part of it.
const ADDRESS = /https:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?()[\]{}…]/giu

/** What somebody wrote, as text. An https address is a link that the reader may open; nothing is fetched of it. [CHAT-12] */
export function MessageText({ text }: { text: string }) {
  const parts: ReactNode[] = []
  let from = 0
  for (const found of text.matchAll(ADDRESS)) {
    const address = addressOf(found[0])
    if (!address) continue
    parts.push(
      text.slice(from, found.index),
      <a key={found.index} href={address} target="_blank" rel="noopener noreferrer" dir="ltr">
        {found[0]}
      </a>,
    )
    from = found.index + found[0].length
  }
  return (
    <p className={styles.text} dir="auto">
      {parts}
      {text.slice(from)}
    </p>
  )
}

/** The address, unless it pretends to be of another house: `https://bank.example@elsewhere`. */
function addressOf(typed: string): string | null {
  const url = URL.canParse(typed) ? new URL(typed) : null
  return url && url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
