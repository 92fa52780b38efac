import {
  CameraOff,
  Hand,
  History,
  Lock,
  LockOpen,
  MicOff,
  SlidersHorizontal,
  Star,
  UserX,
  VideoOff,
  type LucideIcon,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Source } from '../../../protocol/types.ts'
import { can, type Verb } from '../../../rules/permissions/policy.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { type FirstMessages, type Messages } from '../../i18n/messages.ts'
import type { Act, ActContext, Now } from '../acts/index.ts'

const AuditLog = lazyPart(async () => (await import('./AuditLog.tsx')).AuditLog, <ComingOver />)
const FeedbackList = lazyPart(async () => (await import('../ended/FeedbackList.tsx')).FeedbackList, <ComingOver />)
const RemovedPeople = lazyPart(async () => (await import('./RemovedPeople.tsx')).RemovedPeople, <ComingOver />)

type RoomAct = Act<null, Pick<FirstMessages, 'core'> & { moderation: Messages['moderation'] }>

const may =
  (verb: Verb) =>
  ({ me }: Now) =>
    can(me, verb)
const show =
  (Sheet: ComponentType<{ onClose: () => void }>) =>
  ({ open }: ActContext) =>
    open(<Sheet onClose={() => open(null)} />)

/** What moderators do to everybody at once, in the order of the menu. */
export const ALL_ACTS = {
  access: {
    may: may('setAccess'),
    icon: () => SlidersHorizontal,
    label: ({ core }) => core.stageAccess,
    run: ({ settings }) => settings(),
  },
  ...ofSource('microphone', MicOff, MicOff),
  ...ofSource('camera', VideoOff, CameraOff),
  clearHands: {
    may: may('clearHands'),
    whyNot: ({ state }) => (state.session.hands.size > 0 ? null : 'no-hand'),
    icon: () => Hand,
    label: ({ moderation }) => moderation.clearHands,
    command: () => ({ type: 'clearHands' }),
  },
  auditLog: {
    may: may('seeActs'),
    icon: () => History,
    label: ({ moderation }) => moderation.auditLog,
    run: show(AuditLog),
  },
  readFeedback: {
    may: may('seeFeedback'),
    icon: () => Star,
    label: ({ moderation }) => moderation.feedback,
    run: show(FeedbackList),
  },
  removedPeople: {
    may: may('liftRemoval'),
    whyNot: ({ state }) => (state.session.removed.size > 0 ? null : 'none-removed'),
    icon: () => UserX,
    label: ({ moderation }) => moderation.removedPeople,
    run: show(RemovedPeople),
  },
} satisfies Record<string, RoomAct>

/** Locking and unlocking the room. [WAIT-1] [WAIT-4] */
export const LOCK_ACTS = {
  lockRoom: {
    may: may('lockRoom'),
    fits: ({ state }) => !state.session.locked,
    icon: () => Lock,
    label: ({ moderation }) => moderation.lockRoom,
    asks: ({ moderation }) => ({
      title: moderation.lockSure,
      help: moderation.lockHelp,
      yes: moderation.lockRoom,
    }),
    command: () => ({ type: 'lockRoom', on: true }),
  },
  unlockRoom: {
    may: may('lockRoom'),
    fits: ({ state }) => state.session.locked,
    icon: () => LockOpen,
    label: ({ moderation }) => moderation.unlockRoom,
    command: () => ({ type: 'lockRoom', on: false }),
  },
} satisfies Record<string, RoomAct>

/** [LOCK-2] [LOCK-3] For everybody: turning it off, turning it off and locking it, unlocking it. */
function ofSource(source: Source, offIcon: LucideIcon, lockIcon: LucideIcon) {
  const off: RoomAct = {
    may: may('mute'),
    icon: () => offIcon,
    label: ({ moderation }) => moderation.allOf[source].off,
    command: () => ({ type: 'turnOffAll', source, lock: false }),
  }
  const lock: RoomAct = {
    may: may('mute'),
    fits: ({ state }) => !state.session.allLocked[source],
    icon: () => lockIcon,
    label: ({ moderation }) => moderation.allOf[source].lock,
    command: () => ({ type: 'turnOffAll', source, lock: true }),
  }
  const unlock: RoomAct = {
    may: may('mute'),
    fits: ({ state }) => state.session.allLocked[source],
    icon: () => LockOpen,
    label: ({ moderation }) => moderation.allOf[source].unlock,
    command: () => ({ type: 'unlockAll', source }),
  }
  return { [`${source}Off`]: off, [`${source}Lock`]: lock, [`${source}Unlock`]: unlock }
}
