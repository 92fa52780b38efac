import { UserX } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import styles from '../../ui/controls/Lines.module.css'
import type { PersonId } from '../../../protocol/types.ts'
import { useActs } from '../acts/index.ts'
import { useMarked } from '../people/index.ts'
import { REMOVED_ACTS } from './removed-acts.ts'

/** The removed people, each with a button to let them back in. [REMOVE-3] */
export function RemovedPeople({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
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
            <LetBackIn person={person} />
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

function LetBackIn({ person }: { person: PersonId }) {
  const [act] = useActs(REMOVED_ACTS, { moderation: useMessages('moderation') }, person)
  return (
    act && (
      <Button size="small" onPress={act.run}>
        {act.name}
      </Button>
    )
  )
}
