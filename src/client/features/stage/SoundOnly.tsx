import { Ear, Eye } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './SoundOnly.module.css'

/** Says that no video is received, with a button that turns it on again where it was one's own choice. [LINE-2] [LOAD-2] */
export function SoundOnly() {
  const words = useMessages('connection')
  const call = useCall()
  const isChosen = useLive((state) => !state.receiving.pictures)
  return (
    <div role="status" className={styles.line}>
      <Ear aria-hidden size={18} strokeWidth={1.9} />
      <p>
        <b>{words.soundOnly}</b>
        <span className={styles.then}>{isChosen ? words.noPictures : words.picturesWithheld}</span>
      </p>
      {isChosen && (
        <Button size="small" icon={Eye} onPress={() => call.receivePictures(true)}>
          {words.showPictures}
        </Button>
      )}
    </div>
  )
}
