import { useState } from 'react'
import { readReason } from '../../../protocol/names.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'

/** The field for the reason of one's own raised hand. [HAND-5] */
export function ReasonSheet({ was, onClose }: { was: string; onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const call = useCall()
  const [typed, setTyped] = useState(was)
  const isLong = readReason(typed) === null
  const save = async () => {
    if (isLong || (await call.ask({ type: 'giveReason', reason: typed }))) return
    onClose()
  }
  return (
    <Sheet title={words.reasonTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={words.reason}
          value={typed}
          onChange={setTyped}
          aside={words.reasonHelp}
          fault={isLong ? t.refusal['reason-long'] : null}
        />
        <Answers>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit">
            {words.save}
          </Button>
        </Answers>
      </form>
    </Sheet>
  )
}
