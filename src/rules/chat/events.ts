import { changesNothing, PLAIN, type EventRows } from '../event-row.ts'
import { fedBack, messageWritten } from './chat-state.ts'

const SAYS = {
  ...PLAIN,
  deliver: 'chat',
  counts: false,
  grants: 'nobody',
  timers: 'none',
  audit: true,
  isSpread: true,
} as const
const SETTING = { ...SAYS, deliver: 'everyone', isSpread: false } as const

/** Messages are written, liked, deleted and pinned; the chat is set; feedback is given. */
export const chatEvents: EventRows<
  | 'messageWritten'
  | 'messageLiked'
  | 'likesCounted'
  | 'messageDeleted'
  | 'messagePinned'
  | 'messageUnpinned'
  | 'chatBlocked'
  | 'chatUnblocked'
  | 'chatCleared'
  | 'chatPaused'
  | 'slowModeSet'
  | 'privateChatSet'
  | 'feedbackGiven'
> = {
  messageWritten: { ...SAYS, audit: false, evolve: ({ chat }, event) => messageWritten(chat, event) },
  messageLiked: { ...SAYS, audit: false, evolve: changesNothing },
  likesCounted: { ...SAYS, deliver: 'nobody', audit: false, isSpread: false, stored: 'never', evolve: changesNothing },
  messageDeleted: {
    ...SAYS,
    evolve({ chat }, { to, n }) {
      if (to === null && chat.pinned?.n === n) chat.pinned = null
    },
  },
  messagePinned: {
    ...SAYS,
    evolve({ chat }, { n, person, name, text }) {
      chat.pinned = { n, person, name, text }
    },
  },
  messageUnpinned: {
    ...SAYS,
    deliver: 'everyone',
    evolve({ chat }) {
      chat.pinned = null
    },
  },
  chatCleared: {
    ...SAYS,
    deliver: 'everyone',
    evolve({ chat }) {
      chat.pinned = null
    },
  },
  chatBlocked: {
    ...SAYS,
    isSpread: false,
    evolve: ({ chat }, { person, name }) => void chat.blocked.set(person, name),
  },
  chatUnblocked: { ...SAYS, isSpread: false, evolve: ({ chat }, { person }) => void chat.blocked.delete(person) },
  chatPaused: {
    ...SETTING,
    evolve({ chat }, { on }) {
      chat.paused = on
    },
  },
  slowModeSet: {
    ...SETTING,
    evolve({ chat }, { seconds }) {
      chat.slow = seconds
    },
  },
  privateChatSet: {
    ...SETTING,
    evolve({ chat }, { on }) {
      chat.private = on
    },
  },
  feedbackGiven: {
    ...SETTING,
    deliver: 'nobody',
    audit: false,
    evolve: ({ chat }, { person, at }) => fedBack(chat, person, at),
  },
}
