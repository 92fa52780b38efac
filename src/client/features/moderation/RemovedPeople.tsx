import { UserX } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from '../../ui/controls/Lines.module.css'
import { useMarked } from '../people/index.ts'

/** Who was removed from the room, and the way back for each. [REMOVE-3] */
export function RemovedPeople({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const named = useMarked()
  const removed = useLive((state) => [...state.session.removed.values()])
  return (
    <Sheet title={words.removedPeople} onClose={onClose}>
      <ul className={styles.lines}>
        {removed.map(({ person, name, by, lasting }) => (
          <li key={person} className={styles.line}>
            <span>
              <bdi>
                <b>{named(name)}</b>
              </bdi>
              <br />
              <small>{words.removedBy[lasting ? 'lasting' : 'session']({ who: by })}</small>
            </span>
            <Button size="small" onPress={() => void call.ask({ type: 'liftRemoval', person })}>
              {words.letBackIn}
            </Button>
          </li>
        ))}
      </ul>
      {removed.length === 0 && <Empty sign={UserX} title={words.nobodyRemoved} help={words.nobodyRemovedHelp} />}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
