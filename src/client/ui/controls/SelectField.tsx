import { useId } from 'react'
import styles from './SelectField.module.css'

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  choices: readonly { value: T; name: string; lang?: string }[]
}

/** A choice of one from a list. */
export function SelectField<T extends string>({ label, value, onChange, choices }: Props<T>) {
  const id = useId()
  const choose = (typed: string) => {
    const chosen = choices.find((each) => each.value === typed)
    if (chosen) onChange(chosen.value)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select id={id} className={styles.select} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map((each) => (
          <option key={each.value} value={each.value} lang={each.lang}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  )
}
