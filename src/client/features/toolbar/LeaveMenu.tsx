import type { ReactNode } from 'react'
import { Menu } from '../../ui/overlays/Menu.tsx'
import type { Opener } from '../../ui/overlays/opener.ts'
import { useFirstMessages } from '../../i18n/messages.ts'
import { OWN_ACTS, useActs } from '../acts/index.ts'

const { leave, endSession, deleteRoom } = OWN_ACTS

/** Leaving alone, or ending the session for everyone, or deleting the room, after a question. */
export function LeaveMenu({ children }: { children: (opener: Opener) => ReactNode }) {
  const words = useFirstMessages()
  const acts = useActs({ leave, endSession, deleteRoom }, words, null)
  return (
    <Menu label={words.core.leave} acts={acts}>
      {children}
    </Menu>
  )
}
