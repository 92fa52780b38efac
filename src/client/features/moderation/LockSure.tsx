import { Button } from '../../ui/controls/Button.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'

/** The question before the room is locked. [WAIT-1] */
export function LockSure({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const lock = () => {
    onClose()
    void call.ask({ type: 'lockRoom', on: true })
  }
  return (
    <Sheet title={words.lockSure} role="alertdialog" onClose={onClose}>
      <p>{words.lockHelp}</p>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="primary" onPress={lock}>
          {words.lockRoom}
        </Button>
      </Answers>
    </Sheet>
  )
}
