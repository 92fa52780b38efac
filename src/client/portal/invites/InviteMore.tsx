import { MailPlus } from 'lucide-react'
import { useState } from 'react'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'

const InviteSheet = lazyPart(async () => (await import('./InviteSheet.tsx')).InviteSheet, <ComingOver />)

/** Leads from the three links of a room to invitations for one or many. */
export function InviteMore({ room }: { room: RoomId }) {
  const words = useMessages('invites')
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button icon={MailPlus} onPress={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && <InviteSheet room={room} onClose={() => setOpen(false)} />}
    </div>
  )
}
