import { SwitchCamera } from 'lucide-react'
import type { PersonView } from '../../../../protocol/views.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { useIsPhone } from '../../../ui/hooks/is-phone.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useDevices } from '../../../state/use-call.ts'
import { useSwitch } from '../../acts/index.ts'
import styles from './OwnSwitches.module.css'

/** The two switches on one's own tile; they do the same as the toolbar's. [SEED-39] */
export function OwnSwitches({ me }: { me: PersonView }) {
  const t = useMessages('core')
  const call = useCall()
  const isPhone = useIsPhone()
  const microphone = useSwitch('microphone')
  const camera = useSwitch('camera')
  const mayFlip = useDevices((state) => state.options.camera.length > 1) && isPhone
  return (
    <span className={styles.switches}>
      {microphone && <IconButton {...microphone} surface="glass" />}
      {camera && <IconButton {...camera} surface="glass" />}
      {me.camera && mayFlip && (
        <IconButton icon={SwitchCamera} label={t.flipCamera} surface="glass" onPress={() => void call.devices.flip()} />
      )}
    </span>
  )
}
