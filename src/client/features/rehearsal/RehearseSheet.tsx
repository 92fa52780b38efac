import { useState } from 'react'
import { BOTS_MAX } from '../../../protocol/rehearsal.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'

// Enough to tell what one costs, and few enough for a small machine, on which the bots work too.
const FIRST = 50

/** How many bots are to come. [REHEARSE-1] */
export function RehearseSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const [typed, setTyped] = useState(String(FIRST))
  const bots = Number(typed)
  const isPossible = typed !== '' && Number.isInteger(bots) && bots >= 1 && bots <= BOTS_MAX
  const start = () => {
    if (!isPossible) return
    onClose()
    void call.ask({ type: 'startRehearsal', bots })
  }
  return (
    <Sheet title={words.rehearseTitle} onClose={onClose}>
      <p>{words.rehearseHelp}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <TextField
          label={words.bots}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          fault={isPossible ? null : words.botsHelp({ most: BOTS_MAX })}
        />
      </form>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="primary" onPress={start}>
          {words.rehearse}
        </Button>
      </Answers>
    </Sheet>
  )
}
