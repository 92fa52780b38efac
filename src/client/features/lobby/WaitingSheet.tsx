import { Hourglass } from 'lucide-react'
import type { Waiting } from '../../../protocol/views.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { useActs } from '../acts/index.ts'
import { LOCK_ACTS } from '../moderation/index.ts'
import { useMarked, useNameMark } from '../people/index.ts'
import styles from '../../ui/controls/Lines.module.css'
import { ENTRIES_ACTS } from './acts.ts'
import { EntryAnswers } from './EntryAnswers.tsx'

/** Everybody in the lobby, in a window of their own, with the acts on all of them. */
export function WaitingSheet({ onClose }: { onClose: () => void }) {
  const first = useFirstMessages()
  const words = useMessages('moderation')
  const notifications = useMessages('notifications')
  const [unlock] = useActs({ unlockRoom: LOCK_ACTS.unlockRoom }, { ...first, moderation: words }, null)
  const [admitAll] = useActs(ENTRIES_ACTS, { ...first, notifications }, null)
  const waiting = useLive((state) => [...state.session.waiting.values()])
  const named = useMarked()
  return (
    <Sheet title={words.waitingCount({ n: waiting.length })} onClose={onClose}>
      <ul className={styles.lines}>
        {waiting.map((waiter) => (
          <li key={waiter.person} className={styles.line}>
            <WaiterName waiter={waiter} />
            <span className={styles.acts} role="group" aria-label={named(waiter.name)}>
              <EntryAnswers person={waiter.person} />
            </span>
          </li>
        ))}
      </ul>
      {waiting.length === 0 && <Empty sign={Hourglass} title={words.nobodyWaits} help={words.nobodyWaitsHelp} />}
      <Answers>
        <Button onPress={onClose}>{first.core.close}</Button>
        {unlock && <Button onPress={unlock.run}>{unlock.name}</Button>}
        {admitAll && (
          <Button look="primary" onPress={admitAll.run}>
            {admitAll.name}
          </Button>
        )}
      </Answers>
    </Sheet>
  )
}

function WaiterName({ waiter }: { waiter: Waiting }) {
  const { mark } = useNameMark({ ...waiter, id: waiter.person })
  return (
    <span>
      <bdi>
        <b>{waiter.name}</b>
      </bdi>
      {mark && <small className={styles.mark}>{mark}</small>}
    </span>
  )
}
