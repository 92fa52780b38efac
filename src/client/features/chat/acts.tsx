import { Eraser, Hourglass, MessageSquareLock, Pause, Play, UserX } from 'lucide-react'
import type { ComponentType } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import type { Messages } from '../../i18n/messages.ts'
import type { Act, Doors, Now } from '../acts/index.ts'

const SlowMode = lazyPart(async () => (await import('./ChatSheets.tsx')).SlowMode, <ComingOver />)
const BlockedPeople = lazyPart(async () => (await import('./ChatSheets.tsx')).BlockedPeople, <ComingOver />)
const ClearChat = lazyPart(async () => (await import('./ChatSheets.tsx')).ClearChat, <ComingOver />)

const show =
  (Sheet: ComponentType<{ onClose: () => void }>) =>
  ({ open }: Doors) =>
    open(<Sheet onClose={() => open(null)} />)
const maySet = ({ me }: Now) => can(me, 'setChat')

/** How the chat is set, by who moderates it. [CHAT-9] [CHAT-13] */
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
    stops: true,
    run: show(ClearChat),
  },
} satisfies Record<string, Act<null, { chat: Messages['chat'] }>>
