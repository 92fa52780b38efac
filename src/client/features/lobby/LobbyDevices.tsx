import { useEffect } from 'react'
import { SetDevices } from '../device-setup/index.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useCall, useDevices } from '../../state/use-call.ts'

/**
 * *Set devices* in the lobby, for people who may come on stage: the choice is remembered, and nobody sees or hears it. [WAIT-9] Leaving the
 * lobby closes the devices: people who are let in are viewers.
 */
export function LobbyDevices({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const { devices } = useCall()
  const isClosed = useDevices((state) => state.status === 'closed')
  useEffect(() => {
    void devices.open()
    return () => devices.close()
  }, [devices])
  return (
    <Sheet title={t.setDevices} onClose={onClose} wide={!isClosed}>
      <SetDevices />
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
