import { PanelRightClose } from 'lucide-react'
import { useId } from 'react'
import { ComingRows } from '../ui/Coming.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useIsNarrow } from '../ui/is-phone.ts'
import { later } from '../ui/later.tsx'
import { useText } from '../text/text.ts'
import { useEscape } from '../ui/use-escape.ts'
import type { Addressee } from './open-privately.ts'
import type { PanelTab } from './panel-tab.ts'
import { PanelTabs } from './PanelTabs.tsx'
import styles from './Panel.module.css'

const Chat = later(async () => (await import('./Chat.tsx')).Chat, <ComingRows />)
const Participants = later(async () => (await import('./Participants.tsx')).Participants, <ComingRows />)

type Props = {
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  onClose: () => void
  onAccess: () => void
  asked: Addressee | null
}

/** The panel: what is said and who is here; PanelFrame puts it in its place. */
export function Panel({ tab, onTab, onClose, onAccess, asked }: Props) {
  const t = useText()
  const id = useId()
  // Beside the stage there is nothing to uncover.
  useEscape(useIsNarrow(), onClose)
  return (
    <section aria-label={t.panel} className={styles.panel}>
      <div className={styles.head}>
        <PanelTabs id={id} chosen={tab} onChoose={onTab} />
        <IconButton icon={PanelRightClose} label={t.closePanel} onPress={onClose} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.part}>
        {tab === 'chat' && <Chat asked={asked} />}
        {tab === 'participants' && <Participants onAccess={onAccess} />}
      </div>
    </section>
  )
}
