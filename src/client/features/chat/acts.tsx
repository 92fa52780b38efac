import { Eraser, Hourglass, MessageSquareLock, Pause, PinOff, Play, UserX } from 'lucide-react'
import type { ComponentType } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import type { Messages } from '../../i18n/messages.ts'
import type { Act, ActContext, Now } from '../acts/index.ts'

const SlowMode = lazyPart(async () => (await import('./ChatSheets.tsx')).SlowMode, <ComingOver />)
const BlockedPeople = lazyPart(async () => (await import('./ChatSheets.tsx')).BlockedPeople, <ComingOver />)

const show =
  (Sheet: ComponentType<{ onClose: () => void }>) =>
  ({ open }: ActContext) =>
    open(<Sheet onClose={() => open(null)} />)
const maySet = ({ me }: Now) => can(me, 'setChat')

/** The settings of the chat, for its moderators. [CHAT-9] [CHAT-13] */
export const CHAT_ACTS = {
  pauseChat: {
    may: maySet,
    icon: ({ state }) => (state.session.chat.paused ? Play : Pause),
    label: ({ chat }, { state }) => (state.session.chat.paused ? chat.openChat : chat.pauseChat),
    command: ({ state }) => ({ type: 'pauseChat', on: !state.session.chat.paused }),
  },
  slowMode: { may: maySet, icon: () => Hourglass, label: ({ chat }) => chat.slowMode, run: show(SlowMode) },
  blockedPeople: { may: maySet, icon: () => UserX, label: ({ chat }) => chat.blockedPeople, run: show(BlockedPeople) },
  privateMessages: {
    may: ({ me }) => can(me, 'setPrivateChat'),
    icon: () => MessageSquareLock,
    label: ({ chat }, { state }) => (state.session.chat.private ? chat.privateOffAct : chat.privateOn),
    command: ({ state }) => ({ type: 'setPrivateChat', on: !state.session.chat.private }),
  },
  clearChat: {
    may: ({ me }) => can(me, 'clearChat'),
    icon: () => Eraser,
    label: ({ chat }) => chat.clearChat,
    asks: ({ chat }) => ({ title: chat.clearSure, help: chat.clearHelp, yes: chat.clearChat }),
    stops: true,
    command: () => ({ type: 'clearChat' }),
  },
} satisfies Record<string, Act<null, { chat: Messages['chat'] }>>

/** Acts on the pinned message, for moderators of the chat. [CHAT-6] */
export const PINNED_ACTS = {
  unpin: {
    may: ({ me }) => can(me, 'pinMessage'),
    fits: ({ state }) => state.session.chat.pinned !== null,
    icon: () => PinOff,
    label: ({ chat }) => chat.unpin,
    command: () => ({ type: 'pinMessage', n: null }),
  },
} satisfies Record<string, Act<null, { chat: Messages['chat'] }>>
