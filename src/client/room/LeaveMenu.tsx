import { DoorClosed, DoorOpen } from 'lucide-react'
import { use, type ReactNode } from 'react'
import { can } from '../../rules/permissions/policy.ts'
import { ComingOver } from '../ui/Coming.tsx'
import { later } from '../ui/later.tsx'
import { Menu, type Opener } from '../ui/Menu.tsx'
import type { Act } from '../ui/MenuOpened.tsx'
import { useText } from '../text/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { OpenOver } from './over-room.ts'

const EndSure = later(async () => (await import('./EndSure.tsx')).EndSure, <ComingOver />)

/** The door: out alone, or the end for everyone, which is asked once more. */
export function LeaveMenu({ children }: { children: (opener: Opener) => ReactNode }) {
  const t = useText()
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
