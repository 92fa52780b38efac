import { Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'

/** Locks the room, which is asked once more, or unlocks it. [WAIT-1] [WAIT-4] */
export function LockRoom() {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const [isSure, setIsSure] = useState(false)
  const isLocked = useLive((state) => state.session.locked)
  const mayLock = useLive((state) => state.me !== null && can(state.me, 'lockRoom'))
  if (!mayLock) return null
  const lock = (on: boolean) => {
    setIsSure(false)
    void call.ask({ type: 'lockRoom', on })
  }
  return (
    <>
      <Button icon={isLocked ? LockOpen : Lock} onPress={() => (isLocked ? lock(false) : setIsSure(true))}>
        {isLocked ? words.unlockRoom : words.lockRoom}
      </Button>
      {isSure && (
        <Sheet title={words.lockSure} role="alertdialog" onClose={() => setIsSure(false)}>
          <p>{words.lockHelp}</p>
          <Answers>
            <Button onPress={() => setIsSure(false)}>{t.cancel}</Button>
            <Button look="primary" onPress={() => lock(true)}>
              {words.lockRoom}
            </Button>
          </Answers>
        </Sheet>
      )}
    </>
  )
}
