import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { MARK_MAX, MESSAGE_MAX } from '../../../protocol/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers, SheetFault } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { draftOf, keepDraft } from '../../call/chat/drafts.ts'
import styles from './FeedbackSheet.module.css'

const MARKS = Array.from({ length: MARK_MAX }, (_, n) => String(n + 1))
// The name of its draft, beside those of the chat.
const FEEDBACK = 'feedback'

/** A mark out of five and a text for the moderators. [FEEDBACK-1] */
export function FeedbackSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const room = useMessages('room')
  const words = useMessages('feedback')
  const call = useCall()
  const inRoom = useLive((state) => state.session.room)
  const host = useLive((state) => state.host)
  const [mark, setMark] = useState<string | null>(null)
  const [text, setText] = useState(() => draftOf(inRoom, FEEDBACK))
  const [fault, setFault] = useState('')
  const [isSent, setIsSent] = useState(false)
  const type = (typed: string) => {
    setText(typed)
    keepDraft(inRoom, FEEDBACK, typed)
  }
  const send = async () => {
    if (mark === null) return setFault(words.chooseMark)
    const denied = await call.request({ type: 'giveFeedback', mark: Number(mark), text })
    if (denied) return setFault(denied.why === 'away' ? words.away : t.refusal[denied.why])
    keepDraft(inRoom, FEEDBACK, '')
    return setIsSent(true)
  }
  if (isSent)
    return (
      <Sheet title={words.thanks} onClose={onClose}>
        <p>{words.thanksHelp}</p>
        <Answers>
          <Button onPress={onClose}>{t.close}</Button>
        </Answers>
      </Sheet>
    )
  return (
    <Sheet title={room.giveFeedback} onClose={onClose}>
      <p>{words.help({ host })}</p>
      <RadioGroup value={mark} onChange={setMark} className={styles.group ?? ''}>
        <Label className={styles.label ?? ''}>{words.mark}</Label>
        <div className={styles.marks}>
          {MARKS.map((each) => (
            <Radio key={each} value={each} className={styles.mark ?? ''}>
              {each}
            </Radio>
          ))}
        </div>
        <div aria-hidden className={styles.ends}>
          <span>{words.worst}</span>
          <span>{words.best}</span>
        </div>
      </RadioGroup>
      <label className={styles.group}>
        <span className={styles.label}>{words.words}</span>
        <textarea
          className={styles.words}
          dir="auto"
          rows={3}
          maxLength={2 * MESSAGE_MAX}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      <SheetFault>{fault}</SheetFault>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="primary" onPress={() => void send()}>
          {words.send}
        </Button>
      </Answers>
    </Sheet>
  )
}
