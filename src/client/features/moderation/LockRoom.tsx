import { Button } from '../../ui/controls/Button.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { LOCK_ACTS } from './acts.tsx'

/** Locks the room, after a question, or unlocks it. [WAIT-1] [WAIT-4] */
export function LockRoom() {
  const [act] = useActs(LOCK_ACTS, { ...useFirstMessages(), moderation: useMessages('moderation') }, null)
  if (!act) return null
  return (
    <Button icon={act.icon} onPress={act.run}>
      {act.name}
    </Button>
  )
}
