import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers, SheetFault } from '../../ui/overlays/SheetFoot.tsx'

/** Asks whether one's own data are to be deleted, outside the room. Where they are, this page is over. [KEEP-6] */
export function DeleteDataSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const away = useMessages('feedback').away
  const call = useCall()
  const [fault, setFault] = useState('')
  const deletes = async () => {
    const denied = await call.request({ type: 'deleteMyData' })
    if (denied) setFault(denied.why === 'away' ? away : t.refusal[denied.why])
  }
  return (
    <Sheet title={words.deleteDataSure} role="alertdialog" onClose={onClose}>
      <p>{words.deleteDataHelp}</p>
      <SheetFault>{fault}</SheetFault>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger" onPress={() => void deletes()}>
          {t.deleteData}
        </Button>
      </Answers>
    </Sheet>
  )
}
