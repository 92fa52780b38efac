import { RotateCcwSquare, X } from 'lucide-react'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useRemembered } from '../../ui/hooks/use-remembered.ts'
import styles from './PortraitHint.module.css'

/** Advice that a phone held upright shows more of the room, until it is dismissed. [SEED-30] */
export function PortraitHint() {
  const t = useMessages('core')
  const words = useMessages('room')
  const [isDismissed, setDismissed] = useRemembered('portrait-hint', false)
  if (isDismissed) return null
  return (
    <aside className={styles.hint}>
      <RotateCcwSquare aria-hidden size={20} strokeWidth={1.9} />
      <p>{words.portraitHint}</p>
      <IconButton icon={X} label={t.dismiss} onPress={() => setDismissed(true)} />
    </aside>
  )
}
