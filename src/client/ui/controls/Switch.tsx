import styles from './Switch.module.css'
import { useOptimistic } from '../hooks/use-optimistic.ts'

/** A switch with its label. `onChange` may return a promise, which settles when the change has been accepted or rejected. */
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
    <label className={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        className={styles.input}
        aria-checked={on}
        checked={on}
        onChange={({ currentTarget }) => want(currentTarget.checked)}
      />
      <span className={styles.label}>{label}</span>
      <span aria-hidden className={styles.track} />
    </label>
  )
}
