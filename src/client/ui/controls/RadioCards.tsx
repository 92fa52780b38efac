import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import styles from './RadioCards.module.css'
import { useOptimistic } from '../hooks/use-optimistic.ts'

type Choice<T extends string> = { value: T; name: string; means: string; icon?: LucideIcon }
type Props<T extends string> = {
  label: string
  value: T
  /** May return a promise, which settles when the choice has been accepted or rejected. */
  onChange: (value: T) => unknown
  choices: readonly Choice<T>[]
  hideLabel?: boolean
}

/** A choice of one, each with a line that explains it. */
export function RadioCards<T extends string>({ label, value, onChange, choices, hideLabel }: Props<T>) {
  const [shown, want] = useOptimistic(value, onChange)
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id} className={styles.group}>
      <span id={id} className={styles.label} hidden={hideLabel}>
        {label}
      </span>
      <div className={styles.choices}>
        {choices.map(({ value: each, name, means, icon: Icon }) => (
          <label key={each} className={styles.choice}>
            <input
              type="radio"
              name={id}
              value={each}
              className={styles.input}
              checked={each === shown}
              onChange={() => want(each)}
            />
            {Icon && <Icon aria-hidden size={24} strokeWidth={1.75} className={styles.icon} />}
            <span className={styles.words}>
              <b>{name}</b>
              <span className={styles.means}>{means}</span>
            </span>
            <span aria-hidden className={styles.mark} />
          </label>
        ))}
      </div>
    </div>
  )
}
