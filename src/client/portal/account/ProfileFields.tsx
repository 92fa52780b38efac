import { LANGUAGES } from '../../../protocol/language.ts'
import { OWN_NAME } from '../../i18n/language.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Select } from '../../ui/controls/Select.tsx'

type Props = { value: string | null; onChange: (value: string | null) => void }

const orNull = (value: string) => (value === '' ? null : value)

/** The language in which somebody is written to. */
export function LanguageField({ value, onChange }: Props) {
  const t = useMessages('core')
  const languages = LANGUAGES.map((each) => ({ value: each as string, name: OWN_NAME[each], lang: each }))
  return (
    <Select
      label={t.language}
      value={value ?? ''}
      onChange={(chosen) => onChange(orNull(chosen))}
      choices={[{ value: '', name: '–' }, ...languages]}
    />
  )
}

/** The time zone in which somebody is told when something is. */
export function ZoneField({ value, onChange }: Props) {
  const words = useMessages('account')
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, name: zone }))
  return (
    <Select
      label={words.timeZone}
      value={value ?? ''}
      onChange={(chosen) => onChange(orNull(chosen))}
      choices={[{ value: '', name: words.asDevice({ zone: timeZone }) }, ...zones]}
    />
  )
}
