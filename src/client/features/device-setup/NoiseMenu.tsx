import { useId } from 'react'
import { NOISE } from '../../call/devices/device-state.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices } from '../../state/use-call.ts'
import styles from './DeviceMenu.module.css'

/** The choice of noise reduction. Acts at once, also on stage. */
export function NoiseMenu() {
  const words = useMessages('device-setup')
  const { devices } = useCall()
  const id = useId()
  const noise = useDevices((state) => state.noise)
  const isReplaced = useDevices((state) => state.noiseReplaced)
  const { noiseReplaced } = useMessages('device-faults')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {words.noise}
      </label>
      <select
        id={id}
        className={styles.select}
        value={noise}
        onChange={(event) => {
          const chosen = NOISE.find((each) => each === event.target.value)
          if (chosen) void devices.reduceNoise(chosen)
        }}
      >
        {NOISE.map((each) => (
          <option key={each} value={each}>
            {words.noiseKind[each]}
          </option>
        ))}
      </select>
      <p role="status" className={styles.word} data-there={isReplaced}>
        {isReplaced && noiseReplaced.join(' ')}
      </p>
    </div>
  )
}
