import { DoorClosed, DoorOpen } from 'lucide-react'
import { use, type ReactNode } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { later } from '../../ui/hooks/lazy-part.tsx'
import { Menu, type Opener } from '../../ui/overlays/Menu.tsx'
import type { Act } from '../../ui/overlays/MenuOpened.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { OpenOver } from './over-room.ts'

const EndSure = later(async () => (await import('../ended/EndSure.tsx')).EndSure, <ComingOver />)

/** The door: out alone, or the end for everyone, which is asked once more. */
export function LeaveMenu({ children }: { children: (opener: Opener) => ReactNode }) {
  const t = useMessages('core')
  const call = useCall()
  const open = use(OpenOver)
  const askAgain = () => open(<EndSure onClose={() => open(null)} />)
  const mayEnd = useLive((state) => state.me !== null && can(state.me, 'endSession'))
  const leave: Act = { id: 'leave', name: t.leaveSession, icon: DoorOpen, run: () => void call.leave() }
  const end: Act = {
    id: 'end',
    name: t.endSession,
    icon: DoorClosed,
    stops: true,
    run: askAgain,
  }
  return (
    <Menu label={t.leave} acts={mayEnd ? [leave, end] : [leave]}>
      {children}
    </Menu>
  )
}
