import { useId } from 'react'
import styles from './TextField.module.css'

type Props<T extends string | number> = {
  label: string
  value: T
  onChange: (value: T) => void
  choices: readonly { value: T; name: string; lang?: string }[]
}

/** A choice of one from a list that the browser opens. */
export function Select<T extends string | number>({ label, value, onChange, choices }: Props<T>) {
  const field = useId()
  const choose = (chosen: string) => {
    const found = choices.find((each) => String(each.value) === chosen)
    if (found) onChange(found.value)
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={field}>
        {label}
      </label>
      <select id={field} className={styles.select} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map((each) => (
          <option key={each.value} value={each.value} lang={each.lang} dir="auto">
            {each.name}
          </option>
        ))}
      </select>
    </div>
  )
}
