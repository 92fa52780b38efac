import { useMessages } from '../../../i18n/messages.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import styles from './Whiteboard.module.css'

/** Tells somebody that what they drew was not taken, and is gone. [BOARD-1] */
export function DrawingGone({ onClose }: { onClose: () => void }) {
  const t = useMessages('content')
  const core = useMessages('core')
  return (
    <p role="alert" className={styles.gone}>
      <span>{t.drawingGone}</span>
      <Button size="small" onPress={onClose}>
        {core.close}
      </Button>
    </p>
  )
}
