import { isUnsent } from '../../call/chat/outbox.ts'
import { useMessages } from '../../i18n/messages.ts'
import { layers } from '../../app/back.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useCall, useLive } from '../../state/use-call.ts'

/** The question before going back leads out of the room. [PHONE-7] */
export function LeaveSure({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const call = useCall()
  const place = useLive((state) => state.me?.place ?? 'viewer')
  const leave = () => {
    onClose()
    void call.leave()
    layers.leave()
  }
  return (
    <Sheet title={words.leaveSure} role="alertdialog" onClose={onClose}>
      {place !== 'viewer' && <p>{words.leaveUp[place]}</p>}
      {isUnsent(call) && <p>{words.leaveUnsent}</p>}
      <Answers>
        <Button onPress={onClose}>{words.stay}</Button>
        <Button look="danger" onPress={leave}>
          {t.leaveSession}
        </Button>
      </Answers>
    </Sheet>
  )
}
