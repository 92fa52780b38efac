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
import type { PersonView } from '../../../protocol/views.ts'
import type { GivenRole, Source } from '../../../protocol/types.ts'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import { can, mayGive, type Verb } from '../../../rules/permissions/policy.ts'
import { queueOf } from '../../../rules/session/session.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import type { Messages } from '../../i18n/messages.ts'
import type { Act, Now } from '../acts/index.ts'

const EditPermissions = lazyPart(
  async () => (await import('../moderation/EditPermissions.tsx')).EditPermissions,
  <ComingOver />,
)
const RemoveFromRoom = lazyPart(
  async () => (await import('../moderation/RemoveFromRoom.tsx')).RemoveFromRoom,
  <ComingOver />,
)

type PersonAct = Act<PersonView, { moderation: Messages['moderation'] }>
type Id = keyof Messages['moderation']['personAct']

const may =
  (verb: Verb) =>
  ({ me }: Now, other: PersonView) =>
    me.id !== other.id && can(me, verb, other)
const says =
  (id: Id) =>
  ({ moderation }: { moderation: Messages['moderation'] }) =>
    moderation.personAct[id]
const isUp = ({ place }: PersonView) => place !== 'viewer'
const isHeld = ({ place, invitation }: PersonView) => place === 'backstage' || invitation?.hold === true
const notUp = (other: PersonView) => (isUp(other) ? null : 'not-on-stage')

/** The acts of one person on another, in the order of the menu. */
export const PERSON_ACTS = {
  invite: {
    may: may('invite'),
    whyNot: (_, other) => (isUp(other) ? 'not-a-viewer' : other.invitation ? 'invited' : null),
    icon: () => CircleArrowUp,
    label: says('invite'),
    command: (_, { id }) => ({ type: 'invite', person: id }),
  },
  holdBackstage: {
    may: may('holdBackstage'),
    fits: (_, other) => !isHeld(other),
    whyNot: (_, other) => (isUp(other) ? 'not-a-viewer' : null),
    icon: () => Hourglass,
    label: says('holdBackstage'),
    command: (_, { id }) => ({ type: 'holdBackstage', person: id }),
  },
  bringOn: {
    may: may('bringOn'),
    fits: (_, other) => isHeld(other),
    icon: () => CircleArrowUp,
    label: says('bringOn'),
    command: (_, { id }) => ({ type: 'bringOn', person: id }),
  },
  revokeInvitation: {
    may: may('revokeInvitation'),
    fits: (_, { invitation }) => invitation !== null,
    icon: () => Undo2,
    label: says('revokeInvitation'),
    command: (_, { id }) => ({ type: 'revokeInvitation', person: id }),
  },
  askToUnmute: {
    may: may('askToUnmute'),
    whyNot: ({ state }, other) => {
      if (!isUp(other) || other.microphone) return isUp(other) ? 'unmuted' : 'not-on-stage'
      return isLocked(state.session, other, 'microphone') ? 'microphone-locked' : null
    },
    icon: () => Volume2,
    label: says('askToUnmute'),
    command: (_, { id }) => ({ type: 'askToUnmute', person: id }),
  },
  mute: {
    may: may('mute'),
    whyNot: (_, other) => (other.microphone ? null : (notUp(other) ?? 'muted')),
    icon: () => MicOff,
    label: says('mute'),
    command: (_, { id }) => ({ type: 'mute', person: id }),
  },
  lockMicrophone: lock('lockMicrophone', 'microphone', Lock),
  unlockMicrophone: unlock('unlockMicrophone', 'microphone', LockOpen),
  turnOffCamera: {
    may: may('turnOffCamera'),
    whyNot: (_, other) => (other.camera ? null : (notUp(other) ?? 'camera-off')),
    icon: () => VideoOff,
    label: says('turnOffCamera'),
    command: (_, { id }) => ({ type: 'turnOffCamera', person: id }),
  },
  lockCamera: lock('lockCamera', 'camera', CameraOff),
  unlockCamera: unlock('unlockCamera', 'camera', Camera),
  stopShare: {
    may: may('stopShare'),
    fits: ({ state }, { id }) => state.session.share?.person === id,
    icon: () => MonitorX,
    label: says('stopShare'),
    command: (_, { id }) => ({ type: 'stopShare', person: id }),
  },
  stopContent: {
    may: (now, person) => person.id === now.me.id || can(now.me, 'stopShare', person),
    fits: ({ state }, { id }) => state.session.content?.person === id,
    icon: () => MonitorX,
    label: says('stopContent'),
    command: (_, { id }) => ({ type: 'stopContent', person: id }),
  },
  // Moving a hand through the queue; RaisedHands does the same by dragging. [HAND-6]
  moveToFront: move('moveToFront', ArrowUpToLine, (place) => (place > 1 ? 0 : null)),
  moveUp: move('moveUp', ArrowUp, (place) => (place > 0 ? place - 1 : null)),
  moveDown: move('moveDown', ArrowDown, (place, last) => (place < last ? place + 2 : null)),
  lowerHand: {
    may: may('lowerHand'),
    whyNot: ({ state }, { id }) => (state.session.hands.has(id) ? null : 'no-hand'),
    icon: () => Hand,
    label: says('lowerHand'),
    command: (_, { id }) => ({ type: 'lowerHand', person: id }),
  },
  setCohost: give('setCohost', 'cohost', Crown),
  setModerator: give('setModerator', 'moderator', Shield),
  setSpeaker: give('setSpeaker', 'speaker', MicVocal),
  setParticipant: give('setParticipant', 'participant', User),
  setChatModerator: {
    may: may('setChatModerator'),
    fits: (_, { chatModerator }) => !chatModerator,
    icon: () => MessageCircle,
    label: says('setChatModerator'),
    command: (_, { id }) => ({ type: 'setChatModerator', person: id, on: true }),
  },
  unsetChatModerator: {
    may: may('setChatModerator'),
    fits: (_, { chatModerator }) => chatModerator,
    icon: () => MessageCircleOff,
    label: says('unsetChatModerator'),
    command: (_, { id }) => ({ type: 'setChatModerator', person: id, on: false }),
  },
  editPermissions: {
    may: may('editPermissions'),
    icon: () => SlidersHorizontal,
    label: says('editPermissions'),
    run: ({ open }, _, person) => open(<EditPermissions person={person} onClose={() => open(null)} />),
  },
  removeFromStage: {
    may: may('removeFromStage'),
    whyNot: (_, other) => notUp(other),
    icon: () => CircleArrowDown,
    label: says('removeFromStage'),
    stops: true,
    command: (_, { id }) => ({ type: 'removeFromStage', person: id }),
  },
  removeFromRoom: {
    may: may('removeFromRoom'),
    icon: () => UserX,
    label: says('removeFromRoom'),
    stops: true,
    run: ({ open }, _, person) => open(<RemoveFromRoom person={person} onClose={() => open(null)} />),
  },
} satisfies Record<Id, PersonAct>

function lock(id: Id, source: Source, icon: LucideIcon): PersonAct {
  return {
    may: may('lock'),
    fits: ({ state }, other) => !isLocked(state.session, other, source),
    whyNot: (_, other) => notUp(other),
    icon: () => icon,
    label: says(id),
    command: (_, other) => ({ type: 'setLock', person: other.id, source, on: true }),
  }
}

function unlock(id: Id, source: Source, icon: LucideIcon): PersonAct {
  return {
    may: may('lock'),
    fits: ({ state }, other) => isLocked(state.session, other, source),
    icon: () => icon,
    label: says(id),
    command: (_, other) => ({ type: 'setLock', person: other.id, source, on: false }),
  }
}

function give(id: Id, role: GivenRole, icon: LucideIcon): PersonAct {
  return {
    may: ({ me }, other) => me.id !== other.id && mayGive(me, role, other),
    fits: (_, other) => other.role !== role,
    icon: () => icon,
    label: says(id),
    command: (_, other) => ({ type: 'setRole', person: other.id, role }),
  }
}

/** `to` gives the index before which a hand moves, from its own index and the last one. */
function move(id: Id, icon: LucideIcon, to: (place: number, last: number) => number | null): PersonAct {
  const target = ({ state }: Now, other: PersonView) => {
    const queue = queueOf(state.session)
    const place = queue.findIndex(({ person }) => person === other.id)
    const index = place < 0 ? null : to(place, queue.length - 1)
    return index === null ? null : { before: queue[index]?.person ?? null }
  }
  return {
    may: may('moveHand'),
    fits: (now, other) => target(now, other) !== null,
    icon: () => icon,
    label: says(id),
    command: (now, other) => ({ type: 'moveHand', person: other.id, before: target(now, other)?.before ?? null }),
  }
}
