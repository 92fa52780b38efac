import {
  Clapperboard,
  CircleArrowDown,
  CircleArrowUp,
  DoorClosed,
  DoorOpen,
  Hand,
  Keyboard,
  MessageSquare,
  MessageSquareHeart,
  MessageSquareText,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  NotebookText,
  PenLine,
  Presentation,
  Search,
  Settings,
  Trash2,
  UserPlus,
  UserX,
  Users,
  Video,
  VideoOff,
  X,
} from 'lucide-react'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import { isHeldByOther } from '../../../rules/content/main-place.ts'
import { can, wayToStage } from '../../../rules/permissions/policy.ts'
import { canShareScreen } from '../../call/publish/screen-capture.ts'
import { isPhone } from '../../ui/hooks/is-phone.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { type FirstMessages, type RoomMessages } from '../../i18n/messages.ts'
import type { Act, Now } from './act.ts'

const ReasonSheet = lazyPart(async () => (await import('../hands/ReasonSheet.tsx')).ReasonSheet, <ComingOver />)
const InviteSheet = lazyPart(
  async () => (await import('../../portal/invites/InviteSheet.tsx')).InviteSheet,
  <ComingOver />,
)
const SelectMedia = lazyPart(async () => (await import('../media/SelectMedia.tsx')).SelectMedia, <ComingOver />)
const OpenWhiteboard = lazyPart(async () => (await import('../content/whiteboard/OpenWhiteboard.tsx')).OpenWhiteboard)
const ShareInstead = lazyPart(async () => (await import('../stage/share/ShareInstead.tsx')).ShareInstead)

/** The key by its label (`$mod+` is Ctrl or ⌘, held), and its line in the list of shortcuts. */
type Shortcut = { key: string; says: (words: FirstMessages & { keys: RoomMessages['shortcuts'] }) => string }

/** An act about oneself. It needs no target, so it may have a key. */
export type OwnAct = Act<null, FirstMessages> & { shortcut?: Shortcut }

const handOf = ({ me, state }: Now) => state.session.hands.get(me.id)
const hasHand = (now: Now) => handOf(now) !== undefined
const wayOf = ({ me, state }: Now) => wayToStage(me, state.session.access)
const isUp = ({ me }: Now) => me.place !== 'viewer'
const isSharing = ({ me, state }: Now) => state.session.share?.person === me.id
const asks = (now: Now) => !isUp(now) && wayOf(now) !== 'join' && handOf(now)?.purpose === 'stage'

/** What people do for themselves in the room. */
export const OWN_ACTS = {
  microphone: {
    fits: isUp,
    whyNot: ({ me, state }) => (isLocked(state.session, me, 'microphone') ? 'microphone-locked' : null),
    isOn: ({ me }) => me.microphone,
    icon: ({ me }) => (me.microphone ? MicOff : Mic),
    label: ({ core }, { me }) => core.turnMic({ on: me.microphone }),
    shortcut: { key: 'm', says: ({ keys }) => keys.keys.m },
    run: ({ call }, { me }) => call.turn('microphone', !me.microphone),
  },
  camera: {
    fits: isUp,
    whyNot: ({ me, state }) => (isLocked(state.session, me, 'camera') ? 'camera-locked' : null),
    isOn: ({ me }) => me.camera,
    icon: ({ me }) => (me.camera ? VideoOff : Video),
    label: ({ core }, { me }) => core.turnCamera({ on: me.camera }),
    shortcut: { key: 'v', says: ({ keys }) => keys.keys.v },
    run: ({ call }, { me }) => call.turn('camera', !me.camera),
  },
  hand: {
    may: (now) => hasHand(now) || (now.state.session.handsOn && can(now.me, 'raiseHand')),
    isOn: hasHand,
    icon: () => Hand,
    label: ({ core }, now) => (hasHand(now) ? core.lowerHand : core.raiseHand),
    shortcut: { key: 'h', says: ({ keys }) => keys.keys.h },
    command: (now) => (hasHand(now) ? { type: 'lowerHand', person: now.me.id } : { type: 'raiseHand' }),
  },
  reason: {
    fits: hasHand,
    icon: () => MessageSquareText,
    label: ({ core }, now) => (handOf(now)?.reason ? core.changeReason : core.giveReason),
    run: ({ open }, now) => open(<ReasonSheet was={handOf(now)?.reason ?? ''} onClose={() => open(null)} />),
  },
  joinStage: {
    may: ({ me }) => can(me, 'joinStage'),
    fits: (now) => {
      const { place, invitation } = now.me
      const way = wayOf(now)
      return way === 'join' ? place !== 'stage' : way === 'none' && place === 'viewer' && !invitation
    },
    whyNot: (now) => (wayOf(now) === 'none' ? 'invite-only' : null),
    icon: () => CircleArrowUp,
    label: ({ core }) => core.joinStage,
    run: ({ joinStage }) => joinStage(),
  },
  askToJoin: {
    fits: (now) => !isUp(now) && wayOf(now) === 'ask' && !asks(now),
    icon: () => CircleArrowUp,
    label: ({ core }) => core.askToJoin,
    command: () => ({ type: 'askToJoin' }),
  },
  cancelRequest: {
    fits: asks,
    icon: () => X,
    label: ({ core }) => core.cancelRequest,
    command: ({ me }) => ({ type: 'lowerHand', person: me.id }),
  },
  leaveStage: {
    fits: isUp,
    icon: () => CircleArrowDown,
    label: ({ core }, { me }) => (me.place === 'backstage' ? core.leaveBackstage : core.leaveStage),
    run: ({ call }) => call.leaveStage(),
  },
  share: {
    may: ({ me }) => can(me, 'shareScreen'),
    fits: ({ me }) => me.place !== 'backstage' && canShareScreen() && !isPhone(),
    isOn: isSharing,
    icon: (now) => (isSharing(now) ? MonitorX : MonitorUp),
    label: ({ room }, now) => (isSharing(now) ? room.stopSharing : room.shareScreen),
    run: ({ call, open }, now) => {
      if (isSharing(now)) return void call.stopSharing()
      if (isHeldByOther(now.state.session, now.me, null)) return open(<ShareInstead onClose={() => open(null)} />)
      return void call.share(null)
    },
  },
  present: {
    may: ({ me }) => can(me, 'presentContent'),
    fits: ({ me }) => me.place !== 'backstage',
    icon: () => Presentation,
    label: ({ room }) => room.selectMedia,
    run: ({ open }) => open(<SelectMedia onClose={() => open(null)} />),
  },
  whiteboard: {
    may: ({ me }) => can(me, 'presentContent'),
    fits: ({ me }) => me.place !== 'backstage',
    icon: () => PenLine,
    label: ({ room }) => room.whiteboard,
    run: ({ open }) => open(<OpenWhiteboard onClose={() => open(null)} />),
  },
  storyboard: {
    may: ({ me }) => can(me, 'arrangeStoryboard'),
    isOn: ({ look }) => look.hasStoryboard,
    icon: () => Clapperboard,
    label: ({ room }, { look }) => (look.hasStoryboard ? room.hideStoryboard : room.storyboard),
    run: ({ view }, { look }) => view.showStoryboard(!look.hasStoryboard),
  },
  chat: {
    icon: () => MessageSquare,
    label: ({ panel }) => panel.tab.chat,
    shortcut: { key: 'c', says: ({ keys }) => keys.keys.c },
    run: ({ panel }) => panel('chat'),
  },
  participants: {
    icon: () => Users,
    label: ({ panel }) => panel.tab.participants,
    shortcut: { key: 'p', says: ({ keys }) => keys.keys.p },
    run: ({ panel }) => panel('participants'),
  },
  notes: {
    icon: () => NotebookText,
    label: ({ panel }) => panel.tab.notes,
    run: ({ panel }) => panel('notes'),
  },
  // [LINK-13]
  invitePeople: {
    may: ({ me }) => can(me, 'handOutLinks'),
    icon: () => UserPlus,
    label: ({ portal }) => portal.invitePeople,
    run: ({ open }, { state }) => open(<InviteSheet room={state.session.room} hasLinks onClose={() => open(null)} />),
  },
  settings: { icon: () => Settings, label: ({ core }) => core.settings, run: ({ settings }) => settings() },
  shortcuts: {
    icon: () => Keyboard,
    label: ({ room }) => room.shortcuts,
    shortcut: { key: '?', says: ({ keys }) => keys.keys.help },
    run: ({ shortcuts }) => shortcuts(),
  },
  palette: {
    icon: () => Search,
    label: ({ room }) => room.commandPalette,
    shortcut: { key: '$mod+k', says: ({ room }) => room.commandPalette },
    run: ({ palette }) => palette(),
  },
  feedback: {
    icon: () => MessageSquareHeart,
    label: ({ room }) => room.giveFeedback,
    run: ({ feedback }) => feedback(),
  },
  leave: { icon: () => DoorOpen, label: ({ core }) => core.leaveSession, run: ({ call }) => call.leave() },
  endSession: {
    may: ({ me }) => can(me, 'endSession'),
    icon: () => DoorClosed,
    label: ({ core }) => core.endSession,
    // The question says how many people are inside. [SESSION-3]
    asks: ({ core, moderation }, { state: { audience } }) => ({
      title: moderation.endSure,
      help: moderation.endHelp({ n: audience.viewers + audience.onStage }),
      yes: core.endSession,
    }),
    stops: true,
    command: () => ({ type: 'endSession' }),
  },
  // The host's data go with the room. [KEEP-6] [KEEP-8]
  deleteData: {
    may: ({ me }) => me.role !== 'host',
    icon: () => UserX,
    label: ({ core }) => core.deleteData,
    asks: ({ core, moderation }) => ({
      title: moderation.deleteDataSure,
      help: moderation.deleteDataHelp,
      yes: core.deleteData,
    }),
    stops: true,
    command: () => ({ type: 'deleteMyData' }),
  },
  // [KEEP-5]
  deleteRoom: {
    may: ({ me }) => can(me, 'deleteRoom'),
    icon: () => Trash2,
    label: ({ core }) => core.deleteRoom,
    asks: ({ core, moderation }, { state: { session } }) => ({
      title: moderation.deleteRoomSure({ name: session.name }),
      help: moderation.deleteRoomHelp,
      yes: core.deleteRoom,
    }),
    stops: true,
    command: () => ({ type: 'deleteRoom' }),
  },
} satisfies Record<string, OwnAct>

export type OwnId = keyof typeof OWN_ACTS

/** The acts that have a key. */
export const KEYED_ACTS: readonly (OwnAct & { shortcut: Shortcut })[] = Object.values<OwnAct>(OWN_ACTS).filter(hasKey)

function hasKey(act: OwnAct): act is OwnAct & { shortcut: Shortcut } {
  return act.shortcut !== undefined
}
