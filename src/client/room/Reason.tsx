import { useState } from 'react'
import type { Hand } from '../../protocol/views.ts'
import { readReason } from '../../protocol/names.ts'
import { Button } from '../ui/Button.tsx'
import { Answers, Sheet } from '../ui/Sheet.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useText } from '../ui/text.ts'
import { useCall } from '../ui/use-live.ts'

/** Why the own hand is up, for those who run the room; never asked for. [HAND-5] */
export function Reason({ hand }: { hand: Hand }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" onPress={() => setIsOpen(true)}>
        {hand.reason ? t.changeReason : t.giveReason}
      </Button>
      {isOpen && <ReasonSheet was={hand.reason} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function ReasonSheet({ was, onClose }: { was: string; onClose: () => void }) {
  const t = useText()
  const call = useCall()
  const [typed, setTyped] = useState(was)
  const isLong = readReason(typed) === null
  const save = async () => {
    if (isLong || (await call.ask({ type: 'giveReason', reason: typed }))) return
    onClose()
  }
  return (
    <Sheet title={t.reasonTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t.reason}
          value={typed}
          onChange={setTyped}
          aside={t.reasonHelp}
          fault={isLong ? t.refusal['reason-long'] : null}
        />
        <Answers>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit">
            {t.save}
          </Button>
        </Answers>
      </form>
    </Sheet>
  )
}
