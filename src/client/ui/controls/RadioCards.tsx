import type { LucideIcon } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
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
  const choose = (chosen: string) => {
    const found = choices.find((each) => each.value === chosen)
    if (found) want(found.value)
  }
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={shown}
      onChange={choose}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={styles.choices}>
        {choices.map(({ value: each, name, means, icon: Icon }) => (
          <Radio key={each} value={each} className={styles.choice ?? ''}>
            {Icon && <Icon aria-hidden size={24} strokeWidth={1.75} className={styles.icon} />}
            <span className={styles.words}>
              <b>{name}</b>
              <span className={styles.means}>{means}</span>
            </span>
            <span aria-hidden className={styles.mark} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
