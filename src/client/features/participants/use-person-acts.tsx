import {
  ArrowDown,
  ArrowUp,
  ArrowUpToLine,
  Camera,
  CameraOff,
  CircleArrowDown,
  CircleArrowUp,
  Crown,
  Hand,
  Hourglass,
  Lock,
  LockOpen,
  MessageCircle,
  MessageCircleOff,
  MicOff,
  MicVocal,
  MonitorX,
  Shield,
  SlidersHorizontal,
  Undo2,
  User,
  UserX,
  VideoOff,
  Volume2,
  type LucideIcon,
} from 'lucide-react'
import { use } from 'react'
import type { PersonView } from '../../../protocol/views.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { later } from '../../ui/hooks/lazy-part.tsx'
import type { Act } from '../../ui/overlays/MenuOpened.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { OpenOver } from '../room/over-room.ts'
import { actsOn, type PersonAct } from './person-acts.ts'

const EditPermissions = later(
  async () => (await import('../moderation/EditPermissions.tsx')).EditPermissions,
  <ComingOver />,
)
const RemoveFromRoom = later(
  async () => (await import('../moderation/RemoveFromRoom.tsx')).RemoveFromRoom,
  <ComingOver />,
)

const ICONS: Record<PersonAct, LucideIcon> = {
  invite: CircleArrowUp,
  holdBackstage: Hourglass,
  bringOn: CircleArrowUp,
  revokeInvitation: Undo2,
  askToUnmute: Volume2,
  mute: MicOff,
  lockMicrophone: Lock,
  unlockMicrophone: LockOpen,
  turnOffCamera: VideoOff,
  lockCamera: CameraOff,
  unlockCamera: Camera,
  stopShare: MonitorX,
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

/** What one may do to a person; nothing where one may do nothing. */
export function usePersonActs(person: PersonView): Act[] {
  const words = useMessages('moderation')
  const call = useCall()
  const open = use(OpenOver)
  const offered = useLive((state) => (state.me ? actsOn(state.session, state.me, person) : []))
  return offered.map(({ act, command }) => ({
    id: act,
    name: words.personAct[act],
    icon: ICONS[act],
    stops: act === 'removeFromStage' || act === 'removeFromRoom',
    run: () => {
      if (command) return void call.ask(command)
      const Sheet = act === 'editPermissions' ? EditPermissions : RemoveFromRoom
      return open(<Sheet person={person} onClose={() => open(null)} />)
    },
  }))
}
