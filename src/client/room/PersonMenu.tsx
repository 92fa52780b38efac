import {
  CircleArrowDown,
  CircleArrowUp,
  EllipsisVertical,
  Hand,
  MicOff,
  Undo2,
  VideoOff,
  type LucideIcon,
} from 'lucide-react'
import type { PersonView } from '../../protocol/views.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, type Act } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { actsOn, type PersonAct } from './person-acts.ts'

const ICONS: Record<PersonAct, LucideIcon> = {
  invite: CircleArrowUp,
  revokeInvitation: Undo2,
  mute: MicOff,
  turnOffCamera: VideoOff,
  lowerHand: Hand,
  removeFromStage: CircleArrowDown,
}

/** What one may do to a person, behind *Options for NAME*; absent where that is nothing. */
export function PersonMenu({ person, surface = 'paper' }: { person: PersonView; surface?: 'paper' | 'glass' }) {
  const t = useText()
  const call = useCall()
  const me = useLive((state) => state.me)
  const hasHand = useLive((state) => state.session.hands.has(person.id))
  const offered = me ? actsOn(me, person, hasHand) : []
  if (offered.length === 0) return null
  const names: Record<PersonAct, string> = {
    invite: t.invite,
    revokeInvitation: t.revoke,
    mute: t.mute,
    turnOffCamera: t.turnOffCamera,
    lowerHand: t.lowerHand,
    removeFromStage: t.removeFromStage,
  }
  const acts = offered.map((id): Act => ({
    id,
    name: names[id],
    icon: ICONS[id],
    stops: id === 'removeFromStage',
    run: () => void call[id](person.id),
  }))
  const label = t.options(person.name)
  return (
    <Menu label={label} acts={acts}>
      <IconButton icon={EllipsisVertical} label={label} surface={surface} />
    </Menu>
  )
}
