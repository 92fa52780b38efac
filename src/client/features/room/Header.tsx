import { DoorOpen, Eye, Lock, PanelRightOpen } from 'lucide-react'
import { Chip } from '../../ui/controls/Chip.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useIsSmall } from '../../ui/hooks/is-phone.ts'
import { Logo } from '../../ui/controls/Logo.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useElapsed } from '../../ui/hooks/use-elapsed.ts'
import { useLive } from '../../state/use-call.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import styles from './Header.module.css'
import { LeaveMenu } from '../toolbar/index.ts'
import { PANEL_OPENER } from '../panel/index.ts'

const Bell = lazyPart(async () => (await import('../notifications/Bell.tsx')).Bell)

/** The head of the room: its name, how long it has been running, how many watch. */
export function Header({ onPanel, isPanelOpen }: { onPanel: () => void; isPanelOpen: boolean }) {
  const t = useMessages('core')
  const isSmall = useIsSmall()
  const name = useLive((state) => state.session.name)
  const viewers = useLive((state) => state.audience.viewers)
  const since = useLive((state) => state.session.startedAt)
  const isLocked = useLive((state) => state.session.locked)
  const offset = useLive((state) => state.clockOffset)
  const panelWords = useMessages('panel')
  const isUnread = useLive((state) => state.unread.size > 0)
  const length = useElapsed(since, offset)
  return (
    <header className={styles.bar}>
      <Logo />
      <h1 className={styles.name} dir="auto" title={name}>
        {name}
      </h1>
      <div className={styles.facts}>
        <Chip kind="live">{t.live({ elapsed: length })}</Chip>
        {isLocked && (
          <Chip>
            <Lock aria-hidden size={16} />
            <span className={styles.wide}>{t.roomLocked}</span>
          </Chip>
        )}
        <span className={styles.viewers}>
          <Chip>
            <Eye aria-hidden size={16} />
            <span>{t.viewers({ n: viewers })}</span>
          </Chip>
        </span>
      </div>
      <span className={styles.end}>
        <Bell />
        {!isSmall && !isPanelOpen && (
          <IconButton
            id={PANEL_OPENER}
            icon={PanelRightOpen}
            label={isUnread ? panelWords.withUnread({ name: t.openPanel }) : t.openPanel}
            isNew={isUnread}
            onPress={onPanel}
          />
        )}
        {isSmall && <LeaveMenu>{(opener) => <IconButton icon={DoorOpen} label={t.leave} opener={opener} />}</LeaveMenu>}
      </span>
    </header>
  )
}
