import { Switch } from '../../ui/controls/Switch.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './SettingsSheet.module.css'

/** How much one receives, for weak connections. [LINE-2] [LINE-3] */
export function DataChoice() {
  const words = useMessages('connection')
  const call = useCall()
  const { pictures, isSaving } = useLive((state) => state.receiving)
  return (
    <section className={styles.part}>
      <h3>{words.title}</h3>
      <Switch label={words.soundOnly} isOn={!pictures} onChange={(on) => call.receivePictures(!on)} />
      <p>{words.soundOnlyMeans}</p>
      <Switch label={words.saveData} isOn={isSaving} onChange={(on) => call.saveData(on)} />
      <p>{words.saveDataMeans}</p>
    </section>
  )
}
