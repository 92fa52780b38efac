import { useId } from 'react'
import { isSystems } from '../../call/devices/device-choice.ts'
import type { DeviceKind } from '../../call/devices/device-state.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices } from '../../state/use-call.ts'
import styles from './DeviceMenu.module.css'

/** The menu of one kind of devices; absent if the browser gives no choice. A choice acts at once. */
export function DeviceMenu({ kind, label }: { kind: DeviceKind; label: string }) {
  const words = useMessages('device-setup')
  const { devices } = useCall()
  const id = useId()
  const options = useDevices((state) => state.options[kind])
  const chosen = useDevices((state) => state.chosen[kind])
  if (options.length === 0 && kind === 'speaker') return null
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={chosen ?? ''}
        disabled={options.length === 0}
        onChange={(event) => void devices.choose(kind, event.target.value)}
      >
        {options.length === 0 && <option value="">{words.noDevice}</option>}
        {options.map((option, n) => (
          <option key={option.id} value={option.id}>
            {isSystems(option.id) ? words.systemDefault : option.label || words.device({ n: n + 1 })}
          </option>
        ))}
      </select>
    </div>
  )
}
