import { Heart, MessageSquareLock, Pin, PinOff, Reply, Trash2, UserX } from 'lucide-react'
import type { Message } from '../../../protocol/messages.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { isOfBot } from '../../../rules/rehearsal/rehearsal.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Act, Now } from '../acts/index.ts'
import type { Addressee } from '../../state/open-privately.ts'

type Words = { chat: Messages['chat'] }

const mayWrite = ({ me, state }: Now) => can(me, 'chat') && !state.session.chat.blocked.has(me.id)

/** Writing privately to another person, if the room allows it and one may write at all. [CHAT-10] */
export const PRIVATE_ACTS = {
  writePrivately: {
    may: (now, { id }) => now.me.id !== id && mayWrite(now),
    // A bot reads nothing. [REHEARSE-4]
    fits: ({ state: { session } }, { id }) => session.chat.private && !session.people.get(id)?.bot,
    icon: () => MessageSquareLock,
    label: ({ chat }) => chat.writePrivately,
    run: ({ writeTo }, _, { id, name }) => writeTo({ id, name }),
  },
} satisfies Record<string, Act<Addressee, Words>>

/** A message in its conversation. `with`: the other person, if it is private. */
export type MessageHere = {
  message: Message
  with: string | null
  reply: (to: Message) => void
  open: (whom: Addressee) => void
}

const isMine = ({ me }: Now, { message }: MessageHere) => message.person === me.id
const isPinned = ({ state }: Now, { message }: MessageHere) => state.session.chat.pinned?.n === message.n
const isBlocked = ({ state }: Now, { message }: MessageHere) => state.session.chat.blocked.has(message.person)
const authorOf = ({ state }: Now, { message }: MessageHere) => state.session.people.get(message.person) ?? message
const mayBlock = (now: Now, here: MessageHere) =>
  !isMine(now, here) && can(now.me, 'blockFromChat', authorOf(now, here))

/** The acts on a message; those that would be refused are not offered. */
export const MESSAGE_ACTS = {
  reply: {
    may: mayWrite,
    icon: () => Reply,
    label: ({ chat }) => chat.reply,
    run: (_doors, _now, { message, reply }) => reply(message),
  },
  like: {
    may: mayWrite,
    fits: (_, here) => here.with === null,
    icon: () => Heart,
    label: ({ chat }, _, { message }) => (message.liked ? chat.unlike : chat.like),
    command: (_, { message }) => ({ type: 'likeMessage', n: message.n, on: !message.liked }),
  },
  answerPrivately: {
    may: mayWrite,
    fits: (now, here) => !isMine(now, here) && here.with === null && now.state.session.chat.private,
    icon: () => MessageSquareLock,
    label: ({ chat }) => chat.writePrivately,
    run: (_doors, _now, { message, open }) => open({ id: message.person, name: message.name }),
  },
  pin: {
    may: ({ me }, here) => here.with === null && can(me, 'pinMessage'),
    // What a bot wrote goes with it. [REHEARSE-4]
    fits: ({ state }, { message }) => !isOfBot(state.session, message),
    icon: (now, here) => (isPinned(now, here) ? PinOff : Pin),
    label: ({ chat }, now, here) => (isPinned(now, here) ? chat.unpin : chat.pin),
    command: (now, here) => ({ type: 'pinMessage', n: isPinned(now, here) ? null : here.message.n }),
  },
  block: {
    may: mayBlock,
    fits: (now, here) => !isBlocked(now, here),
    icon: () => UserX,
    label: ({ chat }) => chat.block,
    stops: true,
    command: (_, { message }) => ({ type: 'blockFromChat', person: message.person }),
  },
  letBack: {
    may: mayBlock,
    fits: isBlocked,
    icon: () => UserX,
    label: ({ chat }) => chat.letBack,
    command: (_, { message }) => ({ type: 'letBackIntoChat', person: message.person }),
  },
  delete: {
    may: (now, here) => isMine(now, here) || (here.with === null && can(now.me, 'deleteMessage', authorOf(now, here))),
    icon: () => Trash2,
    label: ({ chat }) => chat.delete,
    stops: true,
    command: (_, here) => ({ type: 'deleteMessage', n: here.message.n, with: here.with }),
  },
} satisfies Record<string, Act<MessageHere, Words>>
