import { useState } from 'react'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { AccountFault } from '../account/AccountFault.tsx'
import { useSend } from '../use-send.ts'
import { handOverRoom } from './api.ts'

/** Hands the room over to another account; who was the host is a co-host then. [MEMBER-5] */
export function HandOverRoom({ room }: { room: RoomId }) {
  const t = useMessages('core')
  const words = useMessages('members')
  const [isOpen, setOpen] = useState(false)
  const [email, setEmail] = useState('')
  const { send, fault, refusal } = useSend()
  const go = async () => {
    // What this page shows to its host is not for a co-host.
    if (await send(async () => await handOverRoom(room, email))) location.reload()
  }
  return (
    <div>
      <Button look="quiet" size="small" onPress={() => setOpen(true)}>
        {words.handOver}
      </Button>
      {isOpen && (
        <Sheet title={words.handOver} onClose={() => setOpen(false)}>
          <p>{words.handOverHelp}</p>
          <TextField label={words.handOverTo} type="email" value={email} onChange={setEmail} />
          <AccountFault fault={fault} refusal={refusal} />
          <Answers>
            <Button onPress={() => setOpen(false)}>{t.cancel}</Button>
            <Button look="danger" onPress={() => void go()}>
              {words.handOver}
            </Button>
          </Answers>
        </Sheet>
      )}
    </div>
  )
}
