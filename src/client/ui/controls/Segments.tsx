import { Radio, RadioGroup } from 'react-aria-components'
import { InLanguage } from './InLanguage.tsx'
import styles from './Segments.module.css'

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  choices: readonly { value: T; name: string }[]
}

/** A choice of one among few short words, side by side. */
export function Segments<T extends string>({ label, value, onChange, choices }: Props<T>) {
  const choose = (chosen: string) => {
    const found = choices.find((each) => each.value === chosen)
    if (found) onChange(found.value)
  }
  return (
    <InLanguage>
      <RadioGroup
        aria-label={label}
        value={value}
        onChange={choose}
        orientation="horizontal"
        className={styles.segments ?? ''}
      >
        {choices.map((each) => (
          <Radio key={each.value} value={each.value} className={styles.segment ?? ''}>
            <span>{each.name}</span>
          </Radio>
        ))}
      </RadioGroup>
    </InLanguage>
  )
}
