import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSend } from '../use-send.ts'
import { archive, restore } from './api.ts'
import styles from './MySessions.module.css'

/** What was just done to a room. */
export type Said = { what: 'deleted' | 'archived' | 'back' | 'template'; room: string; name: string }

/** Says what was just done, and takes it back at a press. */
export function Notice({ said, onUndone }: { said: Said | null; onUndone: (what: Said) => void }) {
  const words = useMessages('my-sessions')
  const { send, fault } = useSend()
  const says = { deleted: words.wasDeleted, archived: words.wasArchived, back: words.wasBack }
  const undo = async ({ what, room, name }: Said) => {
    const done = await send(async () => (what === 'deleted' ? await restore(room) : await archive(room, false)))
    if (done) onUndone({ what: 'back', room, name })
  }
  const isUndoable = said?.what === 'deleted' || said?.what === 'archived'
  return (
    <div className={styles.notice} data-empty={said === null || undefined}>
      <p role="status">
        {said && (said.what === 'template' ? words.templateKept : says[said.what]({ name: said.name }))}
      </p>
      {said && isUndoable && (
        <Button size="small" onPress={() => void undo(said)}>
          {words.undo}
        </Button>
      )}
      {fault && <p role="alert">{fault}</p>}
    </div>
  )
}
