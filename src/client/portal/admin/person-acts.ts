import { FolderInput, ShieldCheck, ShieldOff, UserCheck, UserX } from 'lucide-react'
import type { AdminChange, AdminPerson } from '../../../protocol/accounts.ts'
import type { Messages } from '../../i18n/messages.ts'

type Does = { change: (what: AdminChange) => void; handOver: () => void }

/** What an administrator can do to an account now. */
export function personActs({ role, isDisabled, rooms }: AdminPerson, words: Messages['admin'], does: Does) {
  return [
    role === 'admin'
      ? { id: 'member', name: words.makeMember, icon: ShieldOff, run: () => does.change({ role: 'member' }) }
      : { id: 'admin', name: words.makeAdmin, icon: ShieldCheck, run: () => does.change({ role: 'admin' }) },
    ...(rooms > 0 ? [{ id: 'hand-over', name: words.handOver, icon: FolderInput, run: does.handOver }] : []),
    isDisabled
      ? { id: 'enable', name: words.enable, icon: UserCheck, run: () => does.change({ isDisabled: false }) }
      : { id: 'disable', name: words.disable, icon: UserX, stops: true, run: () => does.change({ isDisabled: true }) },
  ]
}
