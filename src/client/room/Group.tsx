import type { ReactNode } from 'react'
import styles from './Group.module.css'

/** A group of the list with its count; the dot's colour is that of its meaning, and never the only sign. */
export function Group({
  name,
  count,
  mark,
  note,
  children,
}: {
  name: string
  count: string
  mark: 'hand' | 'floor' | 'none'
  note?: string
  children: ReactNode
}) {
  return (
    <div role="group" aria-label={`${name}, ${count}`} className={styles.group}>
      <h3 className={styles.head} data-mark={mark}>
        {name} <span className={styles.count}>{count}</span>
      </h3>
      {note && <p className={styles.note}>{note}</p>}
      <ul>{children}</ul>
    </div>
  )
}
