import { Hourglass } from 'lucide-react'
import type { Waiting } from '../../../protocol/views.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { useMarked, useNameMark } from '../people/index.ts'
import styles from '../../ui/controls/Lines.module.css'
import { EntryAnswers } from './EntryAnswers.tsx'

/** All who wait, in a window of their own, with what can be done to all of them. */
export function WaitingSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const notices = useMessages('notifications')
  const call = useCall()
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
        <Button onPress={onClose}>{t.close}</Button>
        <Button onPress={() => void call.ask({ type: 'lockRoom', on: false })}>{words.unlockRoom}</Button>
        <Button look="primary" disabled={waiting.length === 0} onPress={() => void call.ask({ type: 'admitAll' })}>
          {notices.admitAll}
        </Button>
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
