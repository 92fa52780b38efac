import {
  ArrowDown,
  ArrowUp,
  ArrowUpToLine,
  Camera,
  CameraOff,
  CircleArrowDown,
  CircleArrowUp,
  Crown,
  EllipsisVertical,
  Hand,
  Hourglass,
  Lock,
  LockOpen,
  MessageCircle,
  MessageCircleOff,
  MicOff,
  MicVocal,
  Shield,
  SlidersHorizontal,
  Undo2,
  User,
  UserX,
  VideoOff,
  Volume2,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../protocol/views.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { later } from '../ui/later.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useActsText } from '../ui/text-acts.ts'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { actsOn, type PersonAct } from './person-acts.ts'

const EditPermissions = later(async () => (await import('./EditPermissions.tsx')).EditPermissions)
const RemoveFromRoom = later(async () => (await import('./RemoveFromRoom.tsx')).RemoveFromRoom)

const ICONS: Record<PersonAct, LucideIcon> = {
  invite: CircleArrowUp,
  holdInWings: Hourglass,
  bringOn: CircleArrowUp,
  revokeInvitation: Undo2,
  askToUnmute: Volume2,
  mute: MicOff,
  lockMicrophone: Lock,
  unlockMicrophone: LockOpen,
  turnOffCamera: VideoOff,
  lockCamera: CameraOff,
  unlockCamera: Camera,
  moveToFront: ArrowUpToLine,
  moveUp: ArrowUp,
  moveDown: ArrowDown,
  lowerHand: Hand,
  setCohost: Crown,
  setModerator: Shield,
  setSpeaker: MicVocal,
  setParticipant: User,
  setChatModerator: MessageCircle,
  unsetChatModerator: MessageCircleOff,
  editPermissions: SlidersHorizontal,
  removeFromStage: CircleArrowDown,
  removeFromRoom: UserX,
}

/** What one may do to a person, for who runs the room; absent where that is nothing. */
export function PersonActs({ person, surface = 'paper' }: { person: PersonView; surface?: 'paper' | 'glass' }) {
  const t = useText()
  const words = useActsText()
  const call = useCall()
  const [sheet, setSheet] = useState<PersonAct | null>(null)
  const offered = useLive((state) => (state.me ? actsOn(state.session, state.me, person) : []))
  if (offered.length === 0) return null
  const acts = offered.map(({ act, command }) => ({
    id: act,
    name: words.personAct[act],
    icon: ICONS[act],
    stops: act === 'removeFromStage' || act === 'removeFromRoom',
    run: () => (command ? void call.ask(command) : setSheet(act)),
  }))
  const label = t.options(person.name)
  const close = () => setSheet(null)
  return (
    <>
      <Menu label={label} acts={acts}>
        {(opener) => <IconButton icon={EllipsisVertical} label={label} surface={surface} opener={opener} />}
      </Menu>
      {sheet === 'editPermissions' && <EditPermissions person={person} onClose={close} />}
      {sheet === 'removeFromRoom' && <RemoveFromRoom person={person} onClose={close} />}
    </>
  )
}
