import { useId } from 'react'
import styles from './TextField.module.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  rows?: number
  help?: string
  fault?: string | null
}

/** A field for several lines, with its label above, and below it what is wrong, or how it is meant. */
export function TextArea({ label, value, onChange, rows = 4, help, fault }: Props) {
  const field = useId()
  const below = `${field}-below`
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={field}>
        {label}
      </label>
      <textarea
        id={field}
        className={styles.area}
        dir="auto"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault || help ? below : undefined}
      />
      {(fault || help) && (
        <span id={below} className={fault ? styles.fault : styles.help}>
          {fault || help}
        </span>
      )}
    </div>
  )
}
