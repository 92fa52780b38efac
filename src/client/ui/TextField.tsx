import { FieldError, Input, Label, TextField as AriaTextField } from 'react-aria-components'
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
}

/** A line of text with its label above, and what is wrong with it below. */
export function TextField({ label, fault, readOnly, aside, autoComplete, id, ...rest }: Props) {
  return (
    <AriaTextField className={styles.field ?? ''} isInvalid={Boolean(fault)} isReadOnly={readOnly ?? false} {...rest}>
      <span className={styles.head}>
        <Label className={styles.label ?? ''}>{label}</Label>
        {aside && <small>{aside}</small>}
      </span>
      <Input
        id={id}
        className={styles.input ?? ''}
        dir="auto"
        autoComplete={autoComplete ?? 'off'}
        onFocus={selectWhole(readOnly)}
      />
      <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
    </AriaTextField>
  )
}

/** What can only be copied is selected whole. */
function selectWhole(readOnly: boolean | undefined) {
  return (event: React.FocusEvent<HTMLInputElement>) => readOnly && event.target.select()
}
