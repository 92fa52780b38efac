import { Button } from '../../ui/controls/Button.tsx'
import { useIsPhone } from '../../ui/hooks/is-phone.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices } from '../../state/use-call.ts'
import { BackgroundMenu } from './BackgroundMenu.tsx'
import { ConnectionCheck } from './ConnectionCheck.tsx'
import { DeviceMenu } from './DeviceMenu.tsx'
import { LevelMeter } from './LevelMeter.tsx'
import { NoiseMenu } from './NoiseMenu.tsx'
import { Preview } from './Preview.tsx'
import styles from './SetDevices.module.css'
import { TestSpeaker } from './TestSpeaker.tsx'
import { useFaultWords } from './use-fault-words.ts'

/** One's own picture, level and devices, before others see one: on the prejoin page, in the room and in an invitation. */
export function SetDevices() {
  const t = useMessages('core')
  const words = useMessages('device-setup')
  const faultWords = useFaultWords()
  const { devices } = useCall()
  const status = useDevices((state) => state.status)
  const faults = useDevices((state) => state.faults)
  const silenced = useDevices((state) => state.silenced)
  const isKept = useDevices((state) => state.kept)
  const isPhone = useIsPhone()
  const messages = [
    faults.camera && faultWords('camera', faults.camera),
    faults.microphone && faultWords('microphone', faults.microphone),
    silenced.camera && faultWords('camera', 'silenced'),
    silenced.microphone && faultWords('microphone', 'silenced'),
  ]
  const troubles = messages.filter((each) => typeof each === 'string')
  return (
    <div className={styles.set}>
      <div className={styles.left}>
        <Preview />
        {status === 'opening' && <p role="status">{words.opening}</p>}
        {troubles.length > 0 && (
          <div className={styles.trouble} role="alert">
            {troubles.map((each) => (
              <p key={each}>{each}</p>
            ))}
            <Button size="small" onPress={() => void devices.open()}>
              {t.tryAgain}
            </Button>
          </div>
        )}
        <ConnectionCheck />
        {!isKept && <p>{words.notStored}</p>}
      </div>
      <div className={styles.right}>
        {!isPhone && <DeviceMenu kind="camera" label={t.camera} />}
        {!isPhone && <BackgroundMenu />}
        <div className={styles.microphone}>
          {!isPhone && <DeviceMenu kind="microphone" label={words.microphone} />}
          <LevelMeter />
        </div>
        {!isPhone && <NoiseMenu />}
        {!isPhone && (
          <div className={styles.speaker}>
            <DeviceMenu kind="speaker" label={words.speaker} />
            <TestSpeaker />
          </div>
        )}
      </div>
    </div>
  )
}
