import { PanelRightClose } from 'lucide-react'
import { IconButton } from '../ui/IconButton.tsx'
import { useIsNarrow } from '../ui/is-phone.ts'
import { useText } from '../ui/text.ts'
import { useEscape } from '../ui/use-escape.ts'
import styles from './Panel.module.css'
import { Participants } from './Participants.tsx'

/** The panel: what is said and who is here; PanelFrame puts it in its place. */
export function Panel({ onClose, onAccess }: { onClose: () => void; onAccess: () => void }) {
  const t = useText()
  // Beside the stage there is nothing to uncover.
  useEscape(useIsNarrow(), onClose)
  return (
    <section aria-label={t.panel} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.tab}>{t.participants}</h2>
        <IconButton icon={PanelRightClose} label={t.closePanel} onPress={onClose} />
      </div>
      <Participants onAccess={onAccess} />
    </section>
  )
}
