import { useState, type FormEvent } from 'react'
import type { MyRoom } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useSend } from '../use-send.ts'
import { saveTemplate } from './api.ts'

type Props = { room: Pick<MyRoom, 'room' | 'name'>; onClose: () => void; onDone: () => void }

/** Keeps what a room is set to under a name. [ROOM-10] */
export function SaveTemplate({ room, onClose, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('my-sessions')
  const [name, setName] = useState(room.name)
  const { send, fault } = useSend()
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await send(async () => await saveTemplate(room.room, name)))) return
    onClose()
    onDone()
  }
  return (
    <Sheet title={words.saveTemplate} onClose={onClose}>
      <form onSubmit={(event) => void keep(event)} noValidate>
        <TextField label={words.templateName} value={name} onChange={setName} fault={fault} />
        <p>{words.templateHelp}</p>
        <Answers>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary">
            {words.keep}
          </Button>
        </Answers>
      </form>
    </Sheet>
  )
}
