import { bareName, numberOf } from '../../../rules/entry/likeness.ts'
import styles from './PersonName.module.css'

/** A name on one line. If it is too long its end is cut, but not the number that tells people of one name apart. [NAME-4] */
export function PersonName({ name }: { name: string }) {
  const number = numberOf(name)
  if (!number) return name
  return (
    <span className={styles.numbered}>
      <span className={styles.bare}>{bareName(name)}</span>
      <span className={styles.number}>{number}</span>
    </span>
  )
}
