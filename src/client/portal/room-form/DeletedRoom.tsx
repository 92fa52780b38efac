import { Undo2 } from 'lucide-react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'
import { DeadEnd } from '../DeadEnd.tsx'
import { restore } from '../my-sessions/api.ts'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { readDeletion } from './api.ts'

/** A deleted room, with the way back for who may undo it. [ROOM-8] */
export function DeletedRoom({ room, onBack }: { room: string; onBack: () => void }) {
  const words = useMessages('ended')
  const sessions = useMessages('my-sessions')
  const [answer] = useAnswer(readDeletion, room)
  const { send, fault } = useSend()
  if (!answer) return <LoadingPage />
  const undoUntil = 'ok' in answer ? answer.ok.undoUntil : null
  if (undoUntil === null) return <DeadEnd at="deleted-room" />
  const undo = async () => {
    if (await send(async () => await restore(room))) onBack()
  }
  return (
    <MessagePage sign={Undo2} title={words.roomDeleted} help={fault || sessions.undoUntil({ at: undoUntil })}>
      <Button look="primary" size="large" onPress={() => void undo()}>
        {sessions.restore}
      </Button>
    </MessagePage>
  )
}
