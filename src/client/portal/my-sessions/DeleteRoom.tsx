import type { MyRoom } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../Sheet.tsx'
import { Answers, SheetFault } from '../../ui/overlays/SheetFoot.tsx'
import { useSend } from '../use-send.ts'
import { deleteRoom } from './api.ts'

type Props = { room: Pick<MyRoom, 'room' | 'name'>; onClose: () => void; onDone: () => void }

/** Asks before a room is deleted, and says how it is undone. [ROOM-8] */
export function DeleteRoom({ room, onClose, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('my-sessions')
  const { send, fault } = useSend()
  const remove = async () => {
    if (!(await send(async () => await deleteRoom(room.room)))) return
    onClose()
    onDone()
  }
  return (
    <Sheet title={words.deleteSure({ name: room.name })} role="alertdialog" onClose={onClose}>
      <p>{words.deleteHelp}</p>
      <SheetFault>{fault}</SheetFault>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger" onPress={() => void remove()}>
          {t.deleteRoom}
        </Button>
      </Answers>
    </Sheet>
  )
}
