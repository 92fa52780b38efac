import { WifiLow, X } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import { NoticeLine, noticesStyles as styles } from '../notifications/index.ts'

/** Says that one's own connection is weak, with a way to need less of it. [LINE-1] */
export function WeakConnection({ onDismiss }: { onDismiss: () => void }) {
  const t = useMessages('core')
  const words = useMessages('connection')
  const call = useCall()
  return (
    <div className={styles.toast}>
      <NoticeLine sign={[WifiLow, 'wait']} words={words.weak}>
        <Button size="small" onPress={() => call.receivePictures(false)}>
          {words.soundOnly}
        </Button>
        <IconButton icon={X} label={t.dismiss} onPress={onDismiss} />
      </NoticeLine>
    </div>
  )
}
