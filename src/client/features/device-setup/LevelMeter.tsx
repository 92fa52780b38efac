import { useMessages } from '../../i18n/messages.ts'
import { useDevices } from '../../state/use-call.ts'
import styles from './LevelMeter.module.css'

const STEPS = 24

/** The level of one's own microphone. */
export function LevelMeter() {
  const words = useMessages('device-setup')
  const step = useDevices((state) => Math.round(state.level * STEPS))
  return (
    <div
      className={styles.meter}
      role="meter"
      aria-label={words.level}
      aria-valuemin={0}
      aria-valuemax={STEPS}
      aria-valuenow={step}
    >
      {Array.from({ length: STEPS }, (_, n) => (
        <i key={n} data-on={n < step} />
      ))}
    </div>
  )
}
