import { PanelRightClose } from 'lucide-react'
import { useId } from 'react'
import { ComingRows } from '../../ui/pages/Loading.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useIsNarrow } from '../../ui/hooks/is-phone.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useEscape } from '../../ui/overlays/use-escape.ts'
import type { Addressee } from '../../state/open-privately.ts'
import type { PanelTab } from './panel-tab.ts'
import { PanelTabs } from './PanelTabs.tsx'
import styles from './Panel.module.css'

const Chat = lazyPart(async () => (await import('../chat/Chat.tsx')).Chat, <ComingRows />)
const Participants = lazyPart(
  async () => (await import('../participants/Participants.tsx')).Participants,
  <ComingRows />,
)
const Notes = lazyPart(async () => (await import('../notes/Notes.tsx')).Notes, <ComingRows />)

type Props = {
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  onClose: () => void
  asked: Addressee | null
}

/** The panel with the chat, the participants and the notes; PanelFrame places it. */
export function Panel({ tab, onTab, onClose, asked }: Props) {
  const t = useMessages('core')
  const id = useId()
  // Beside the stage, the panel covers nothing.
  useEscape(useIsNarrow(), onClose)
  return (
    <section aria-label={t.panel} className={styles.panel}>
      <div className={styles.head}>
        <PanelTabs id={id} chosen={tab} onChoose={onTab} />
        <IconButton icon={PanelRightClose} label={t.closePanel} onPress={onClose} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.part}>
        {tab === 'chat' && <Chat asked={asked} />}
        {tab === 'participants' && <Participants />}
        {tab === 'notes' && <Notes />}
      </div>
    </section>
  )
}
