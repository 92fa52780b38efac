import { useId, type ReactNode } from 'react'
import { LANGUAGES } from '../../../protocol/language.ts'
import { OWN_NAME } from '../../i18n/language.ts'
import { useMessages } from '../../i18n/messages.ts'
import styles from './account.module.css'

type Props = { value: string | null; onChange: (value: string | null) => void }

/** The language in which somebody is written to. */
export function LanguageField({ value, onChange }: Props) {
  const t = useMessages('core')
  return (
    <Select label={t.language} value={value ?? ''} onChange={onChange}>
      <option value="">–</option>
      {LANGUAGES.map((each) => (
        <option key={each} value={each} lang={each}>
          {OWN_NAME[each]}
        </option>
      ))}
    </Select>
  )
}

/** The time zone in which somebody is told when something is. */
export function ZoneField({ value, onChange }: Props) {
  const words = useMessages('account')
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return (
    <Select label={words.timeZone} value={value ?? ''} onChange={onChange}>
      <option value="">{words.asDevice({ zone: timeZone })}</option>
      {Intl.supportedValuesOf('timeZone').map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </Select>
  )
}

function Select({
  label,
  value,
  onChange,
  children,
}: Omit<Props, 'value'> & { label: string; value: string; children: ReactNode }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        {children}
      </select>
    </div>
  )
}
