import { Switch as AriaSwitch } from 'react-aria-components'
import styles from './Switch.module.css'
import { useOptimistic } from '../hooks/use-optimistic.ts'

/** Something that is on or off, with its words. `onChange` may give a promise of when it is so, or is not to be. */
export function Switch({
  label,
  isOn,
  onChange,
}: {
  label: string
  isOn: boolean
  onChange: (on: boolean) => unknown
}) {
  const [on, want] = useOptimistic(isOn, onChange)
  return (
    <AriaSwitch isSelected={on} onChange={want} className={styles.switch ?? ''}>
      <span className={styles.label}>{label}</span>
      <span aria-hidden className={styles.track} />
    </AriaSwitch>
  )
}
