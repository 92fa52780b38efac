import { useId } from 'react'
import styles from './Segments.module.css'

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  choices: readonly { value: T; name: string }[]
}

/** A choice of one among few short words, side by side. */
export function Segments<T extends string>({ label, value, onChange, choices }: Props<T>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles.segments}>
      {choices.map((each) => (
        <label key={each.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={each.value}
            className={styles.input}
            checked={each.value === value}
            onChange={() => onChange(each.value)}
          />
          <span>{each.name}</span>
        </label>
      ))}
    </div>
  )
}
