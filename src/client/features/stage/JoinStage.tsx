import { CircleArrowUp } from 'lucide-react'
import { SetDevices } from '../device-setup/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices, useLive } from '../../state/use-call.ts'
import { NoMedia } from './NoMedia.tsx'

/** Joining the stage from inside the room: the press in the toolbar has opened the devices, the one here goes on stage. */
export function JoinStage({ onDone }: { onDone: () => void }) {
  const t = useMessages('core')
  const words = useMessages('device-setup')
  const call = useCall()
  const isOpening = useDevices((state) => state.status === 'opening')
  const hasMedia = useLive((state) => state.media !== 'unsupported')
  const close = () => {
    call.devices.close()
    onDone()
  }
  const join = () => void call.goOnStage().then((refusal) => (refusal ? undefined : onDone()))
  return (
    <Sheet title={words.getReady} onClose={close} wide>
      {hasMedia ? <SetDevices /> : <NoMedia />}
      <Answers>
        <Button size="large" onPress={close}>
          {t.cancel}
        </Button>
        {hasMedia && (
          <Button size="large" look="primary" icon={CircleArrowUp} onPress={join} disabled={isOpening}>
            {t.joinStage}
          </Button>
        )}
      </Answers>
    </Sheet>
  )
}
