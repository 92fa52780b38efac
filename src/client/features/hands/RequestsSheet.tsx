import { Hand } from 'lucide-react'
import { queueOf } from '../../../rules/session/session.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import styles from '../../ui/controls/Lines.module.css'
import { RequestAnswers } from './RequestAnswers.tsx'
import { useMarked } from '../people/index.ts'

/** Everybody who asks to join the stage, in order, each with both answers. [ACCESS-3] */
export function RequestsSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const named = useMarked()
  const asking = useLive(({ session }) =>
    queueOf(session).flatMap(({ person, purpose, reason }) => {
      const name = session.people.get(person)?.name ?? ''
      return purpose === 'stage' && !session.people.get(person)?.invitation ? [{ person, name, reason }] : []
    }),
  )
  return (
    <Sheet title={words.asking({ n: asking.length })} onClose={onClose}>
      <ul className={styles.lines}>
        {asking.map(({ person, name, reason }) => (
          <li key={person} className={styles.line}>
            <span dir="auto">
              <b>{named(name)}</b>
              {reason && <span translate="yes">{` ${words.quoted({ words: reason })}`}</span>}
            </span>
            <span className={styles.acts} role="group" aria-label={named(name)}>
              <RequestAnswers person={person} />
            </span>
          </li>
        ))}
      </ul>
      {asking.length === 0 && <Empty sign={Hand} title={words.nobodyAsks} help={words.nobodyAsksHelp} />}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
