import { useId } from 'react'
import styles from './TextField.module.css'

type Props = {
  label: string
  value: string
  onChange?: (value: string) => void
  onBlur?: () => void
  fault?: string | null
  readOnly?: boolean
  autoFocus?: boolean
  autoComplete?: string
  id?: string
  aside?: string
  inputMode?: 'text' | 'numeric'
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time'
}

/** A text field with its label above, and what is wrong with it below. */
export function TextField({ label, value, onChange, fault, readOnly, aside, autoComplete, id, ...rest }: Props) {
  const own = useId()
  const field = id ?? own
  const wrong = `${field}-fault`
  return (
    <div className={styles.field}>
      <span className={styles.head}>
        <label className={styles.label} htmlFor={field}>
          {label}
        </label>
        {aside && <small>{aside}</small>}
      </span>
      <input
        id={field}
        className={styles.input}
        dir="auto"
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        readOnly={readOnly}
        autoComplete={autoComplete ?? 'off'}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? wrong : undefined}
        onFocus={selectWhole(readOnly)}
        {...rest}
      />
      {fault && (
        <span id={wrong} className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
  )
}

/** A field that can only be copied is selected as a whole. */
function selectWhole(readOnly: boolean | undefined) {
  return (event: React.FocusEvent<HTMLInputElement>) => readOnly && event.target.select()
}
