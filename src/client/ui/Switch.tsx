import { Switch as AriaSwitch } from 'react-aria-components'
import styles from './Switch.module.css'

/** Something that is on or off, with its words. */
export function Switch({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (on: boolean) => void }) {
  return (
    <AriaSwitch isSelected={isOn} onChange={onChange} className={styles.switch ?? ''}>
      <span className={styles.label}>{label}</span>
      <span aria-hidden className={styles.track} />
    </AriaSwitch>
  )
}
