import { WifiLow, X } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLineText, useText } from '../text/text.ts'
import { useCall } from '../ui/use-live.ts'
import { NoticeLine } from './NoticeLine.tsx'
import styles from './Notices.module.css'

/** That the own connection is weak, and the way to need less of it. [LINE-1] */
export function WeakLine({ onDismiss }: { onDismiss: () => void }) {
  const t = useText()
  const words = useLineText()
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
