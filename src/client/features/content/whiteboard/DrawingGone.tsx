import type { Refusal } from '../../../../protocol/refusals.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import styles from './Whiteboard.module.css'

const KINDS: Partial<Record<Refusal, 'forbidden' | 'full'>> = {
  'not-permitted': 'forbidden',
  'not-allowed': 'forbidden',
  'not-presented': 'forbidden',
  'content-full': 'full',
}

/** Tells somebody that what they drew was not taken, and is gone, and why. [BOARD-1] */
export function DrawingGone({ why, onClose }: { why: Refusal; onClose: () => void }) {
  const t = useMessages('content')
  const core = useMessages('core')
  return (
    <p role="alert" className={styles.gone}>
      <span>{t.drawingGone[KINDS[why] ?? 'other']}</span>
      <Button size="small" onPress={onClose}>
        {core.close}
      </Button>
    </p>
  )
}
