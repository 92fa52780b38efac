import {
  CameraOff,
  Ellipsis,
  Hand,
  History,
  LockOpen,
  MicOff,
  SlidersHorizontal,
  Star,
  UserX,
  VideoOff,
} from 'lucide-react'
import { use, type ComponentType } from 'react'
import type { PersonView } from '../../../protocol/views.ts'
import type { Source } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import type { Call } from '../../call/call-state.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { later } from '../../ui/hooks/lazy-part.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import type { Act } from '../../ui/overlays/MenuOpened.tsx'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { OpenOver } from '../room/over-room.ts'

const AuditLog = later(async () => (await import('../moderation/AuditLog.tsx')).AuditLog, <ComingOver />)
const FeedbackList = later(async () => (await import('../ended/FeedbackList.tsx')).FeedbackList, <ComingOver />)
const RemovedPeople = later(async () => (await import('../moderation/RemovedPeople.tsx')).RemovedPeople, <ComingOver />)

/** What can be done to everybody at once, for who runs the room. */
export function AllMenu({ onAccess }: { onAccess: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const open = use(OpenOver)
  const me = useLive((state) => state.me)
  const locked = useLive((state) => ({ ...state.session.allLocked }))
  const hands = useLive((state) => state.session.hands.size)
  const removed = useLive((state) => state.session.removed.size)
  if (!me || !can(me, 'setAccess')) return null
  const show = (Sheet: ComponentType<{ onClose: () => void }>) => open(<Sheet onClose={() => open(null)} />)
  const acts: Act[] = [
    { id: 'access', name: t.stageAccess, icon: SlidersHorizontal, run: onAccess },
    ...lockActs(call, words.allOf, me, 'microphone', locked.microphone),
    ...lockActs(call, words.allOf, me, 'camera', locked.camera),
    ...(hands > 0
      ? [{ id: 'hands', name: words.clearHands, icon: Hand, run: () => void call.ask({ type: 'clearHands' }) }]
      : []),
    { id: 'acts', name: words.actLog, icon: History, run: () => show(AuditLog) },
  ]
  acts.push({ id: 'feedback', name: words.feedback, icon: Star, run: () => show(FeedbackList) })
  if (removed > 0) acts.push({ id: 'removed', name: words.removedPeople, icon: UserX, run: () => show(RemovedPeople) })
  return (
    <Menu label={words.optionsAll} acts={acts}>
      {(opener) => <IconButton icon={Ellipsis} label={words.optionsAll} opener={opener} />}
    </Menu>
  )
}

const ICONS = { microphone: [MicOff, MicOff], camera: [VideoOff, CameraOff] } as const

/** [LOCK-2] [LOCK-3] Off for all; off and locked for all, or unlocked again. */
function lockActs(
  call: Call,
  allOf: Messages['moderation']['allOf'],
  me: PersonView,
  source: Source,
  isLocked: boolean,
): Act[] {
  if (!can(me, 'mute')) return []
  const [off, lock] = ICONS[source]
  const words = allOf[source]
  const turnOff = (locks: boolean) => void call.ask({ type: 'turnOffAll', source, lock: locks })
  return [
    { id: `${source}-off`, name: words.off, icon: off, run: () => turnOff(false) },
    isLocked
      ? {
          id: `${source}-unlock`,
          name: words.unlock,
          icon: LockOpen,
          run: () => void call.ask({ type: 'unlockAll', source }),
        }
      : { id: `${source}-lock`, name: words.lock, icon: lock, run: () => turnOff(true) },
  ]
}
