import { MessageSquareOff } from 'lucide-react'
import { SLOWNESS } from '../../../protocol/messages.ts'
import type { PersonId } from '../../../protocol/types.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { RadioCards } from '../../ui/controls/RadioCards.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { useActs } from '../acts/index.ts'
import { BLOCKED_ACTS } from './blocked-acts.ts'
import lines from '../../ui/controls/Lines.module.css'

/** The choice of slow mode: the time between two messages of one person. [CHAT-9] */
export function SlowMode({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('chat')
  const call = useCall()
  const slow = useLive((state) => state.session.chat.slow)
  const choose = async (value: string) => {
    const seconds = SLOWNESS.find((each) => String(each) === value)
    if (seconds !== undefined) await call.ask({ type: 'setSlowMode', seconds })
  }
  return (
    <Sheet title={words.slowMode} onClose={onClose}>
      <p>{words.slowHelp}</p>
      <RadioCards
        label={words.slowMode}
        hideLabel
        value={String(slow)}
        onChange={choose}
        choices={SLOWNESS.map((each) => ({ value: String(each), ...words.slowness[each] }))}
      />
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}

/** The people who are blocked from writing, each with a button to let them back. */
export function BlockedPeople({ onClose }: { onClose: () => void }) {
  const words = useMessages('chat')
  const t = useMessages('core')
  const blocked = useLive((state) => [...state.session.chat.blocked].map(([person, name]) => ({ person, name })))
  return (
    <Sheet title={words.blockedPeople} onClose={onClose}>
      <ul className={lines.lines}>
        {blocked.map(({ person, name }) => (
          <li key={person} className={lines.line}>
            <bdi>
              <b>{name}</b>
            </bdi>
            <LetBackIn person={person} />
          </li>
        ))}
      </ul>
      {blocked.length === 0 && (
        <Empty sign={MessageSquareOff} title={words.nobodyBlocked} help={words.nobodyBlockedHelp} />
      )}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}

function LetBackIn({ person }: { person: PersonId }) {
  const chat = useMessages('chat')
  const [act] = useActs(BLOCKED_ACTS, { chat }, person)
  return (
    act && (
      <Button size="small" onPress={act.run}>
        {chat.letBackIn}
      </Button>
    )
  )
}
