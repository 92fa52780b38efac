import { Ear, Eye } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import styles from './SoundOnly.module.css'

/** Says that no video is received, with a button that turns it on again. [LINE-2] */
export function SoundOnly() {
  const words = useMessages('connection')
  const call = useCall()
  return (
    <div role="status" className={styles.line}>
      <Ear aria-hidden size={18} strokeWidth={1.9} />
      <p>
        <b>{words.soundOnly}</b>
        <span className={styles.then}>{words.noPictures}</span>
      </p>
      <Button size="small" icon={Eye} onPress={() => call.receivePictures(true)}>
        {words.showPictures}
      </Button>
    </div>
  )
}
