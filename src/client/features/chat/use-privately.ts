import { MessageSquareLock } from 'lucide-react'
import { use } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import type { Act } from '../../ui/overlays/MenuOpened.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { OpenPrivately, type Addressee } from './open-privately.ts'

/** *Write privately*, to somebody else, where the room allows it and one may write at all. [CHAT-10] */
export function usePrivately({ id, name }: Addressee): Act[] {
  const words = useMessages('chat')
  const open = use(OpenPrivately)
  const may = useLive(
    ({ session, me }) =>
      me !== null && me.id !== id && session.chat.private && can(me, 'chat') && !session.chat.blocked.has(me.id),
  )
  return may
    ? [{ id: 'private', name: words.writePrivately, icon: MessageSquareLock, run: () => open({ id, name }) }]
    : []
}
