import { useAllMessages, type RoomMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import type { Now, Question } from './act.ts'
import { useNow } from './use-now.ts'

type Props = {
  question: (words: RoomMessages, now: Now) => Question
  stops: boolean
  onYes: () => void
  onClose: () => void
}

/** Asks the question of an act, and keeps it up to date while it is open. [PALETTE-5] */
export function Confirmation({ question, stops, onYes, onClose }: Props) {
  const words = useAllMessages()
  const asked = useNow<Question | null>((now) => question(words, now), null)
  if (!asked) return null
  return (
    <Sheet title={asked.title} role="alertdialog" onClose={onClose}>
      <p>{asked.help}</p>
      <Answers>
        <Button onPress={onClose}>{words.core.cancel}</Button>
        <Button look={stops ? 'danger' : 'primary'} onPress={onYes}>
          {asked.yes}
        </Button>
      </Answers>
    </Sheet>
  )
}
