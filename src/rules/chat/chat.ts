import type { Command } from '../../protocol/commands.ts'
import { excerptOf, readMessage, readWords, type Message, type Slowness } from '../../protocol/messages.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { BURST, BURST_MS, FEEDBACK_EVERY, nextIn } from './chat-state.ts'
import { reject, type Rejection, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import { metIn, type Person, type Session } from '../session/session.ts'

/** The message that a command is about, named by the conversation of the person who asks. The caller looks it up before deciding. */
export function messageOf(command: Command): { with: PersonId | null; n: number } | null {
  if (command.type === 'write') return command.reply === null ? null : { with: command.to, n: command.reply }
  if (command.type === 'deleteMessage') return { with: command.with, n: command.n }
  if (command.type === 'likeMessage') return { with: null, n: command.n }
  return command.type === 'pinMessage' && command.n !== null ? { with: null, n: command.n } : null
}

type Write = Extract<Command, { type: 'write' }>

/** [CHAT-1] [CHAT-4] [CHAT-10] [CHAT-19] Writes a message to everybody, or to one person. The same key a second time changes nothing. */
export function write(session: Session, me: Person, command: Write, quoted: Message | null, at: Millis): Outcome {
  const { to, reply, key } = command
  if (key !== null && session.chat.keys.get(me.id)?.includes(key)) return []
  const no = whyNotWrite(session, me, to)
  if (no) return no
  const read = readMessage(command.text)
  if ('fault' in read) return reject(read.fault)
  if (reply !== null && !quoted) return reject('no-such-message')
  const wait = waitOf(session, me, to === null, at)
  if (wait > 0) return { refusal: 'write-later', wait }
  const { id: person, name, role, chatModerator } = me
  const n = nextIn(session.chat, me.id, to)
  const toName = (to !== null && session.people.get(to)?.name) || ''
  const quote = quoted && { n: quoted.n, name: quoted.name, text: excerptOf(quoted.text) }
  return [{ type: 'messageWritten', at, person, name, role, chatModerator, to, toName, n, text: read.text, quote, key }]
}

/** Why a person cannot write at all, whatever the message is; null if they can. */
function whyNotWrite(session: Session, me: Person, to: PersonId | null): Rejection | null {
  const { chat } = session
  if (chat.blocked.has(me.id)) return reject('chat-blocked')
  if (to === null) return chat.paused && !can(me, 'setChat') ? reject('chat-paused') : null
  if (!chat.private) return reject('private-off')
  // Nobody reads what is written to a bot, and nothing of it is to stay. [REHEARSE-4]
  return to !== me.id && session.people.has(to) && !session.bots.has(to) ? null : reject('no-such-person')
}

/** [CHAT-8] [CHAT-9] How long a person has to wait before the next message, in ms; 0 for not at all. */
export function waitOf(session: Session, me: Person, toAll: boolean, at: Millis): Millis {
  const last = session.chat.wrote.get(me.id)
  if (!last) return 0
  const [first] = last.all
  const burst = first !== undefined && last.all.length === BURST ? first + BURST_MS - at : 0
  const slow = toAll && !can(me, 'setChat') ? last.lastToAll + session.chat.slow * 1_000 - at : 0
  return Math.max(0, burst, slow)
}

/** [CHAT-5] Likes a message to everybody, or takes the like back. */
export function likeMessage(session: Session, me: Person, on: boolean, found: Message | null, at: Millis): Outcome {
  if (session.chat.blocked.has(me.id)) return reject('chat-blocked')
  if (!found) return reject('no-such-message')
  if (found.liked === on) return []
  return [{ type: 'messageLiked', at, person: me.id, n: found.n, on, likes: found.likes + (on ? 1 : -1) }]
}

/** [CHAT-7] An author can always delete their own message. A message of somebody else, to everybody, is deleted by moderators of the chat. */
export function deleteMessage(
  session: Session,
  me: Person,
  other: PersonId | null,
  found: Message | null,
  at: Millis,
): Outcome {
  if (!found) return reject('no-such-message')
  const author = session.people.get(found.person) ?? found
  const may = found.person === me.id || (other === null && can(me, 'deleteMessage', author))
  if (!may) return reject('not-allowed')
  return [{ type: 'messageDeleted', at, person: found.person, to: other, n: found.n, by: me.id }]
}

/** [CHAT-6] Pins one message above all others, in place of the one before. */
export function pinMessage(session: Session, me: Person, n: number | null, found: Message | null, at: Millis): Outcome {
  const { pinned } = session.chat
  if (n === null) return pinned ? [{ type: 'messageUnpinned', at, by: me.id }] : []
  // What a bot wrote goes with it. [REHEARSE-4]
  if (!found || session.bots.has(found.person)) return reject('no-such-message')
  if (pinned?.n === n) return []
  const { person, name, text } = found
  return [{ type: 'messagePinned', at, person, n, name, text, by: me.id }]
}

/** [CHAT-13] [REMOVE-7] Blocks a person: they can read and not write, until they are let back or the session ends. */
export function blockFromChat(session: Session, me: Person, person: PersonId, at: Millis): Outcome {
  const target = metIn(session, person)
  if (!target) return reject('no-such-person')
  if (!can(me, 'blockFromChat', target)) return reject('not-allowed')
  if (session.chat.blocked.has(target.id)) return []
  return [{ type: 'chatBlocked', at, person: target.id, name: target.name, by: me.id }]
}

/** [CHAT-13] */
export function letBackIntoChat(session: Session, me: Person, person: PersonId, at: Millis): Outcome {
  return session.chat.blocked.has(person) ? [{ type: 'chatUnblocked', at, person, by: me.id }] : []
}

/** [CHAT-7] */
export function clearChat(session: Session, me: Person, at: Millis): Outcome {
  return nextIn(session.chat, me.id, null) > 1 ? [{ type: 'chatCleared', at, by: me.id }] : []
}

/** [CHAT-9] While the chat is paused, only its moderators write. */
export function pauseChat(session: Session, me: Person, on: boolean, at: Millis): Outcome {
  return session.chat.paused === on ? [] : [{ type: 'chatPaused', at, on, by: me.id }]
}

/** [CHAT-9] */
export function setSlowMode(session: Session, me: Person, seconds: Slowness, at: Millis): Outcome {
  return session.chat.slow === seconds ? [] : [{ type: 'slowModeSet', at, seconds, by: me.id }]
}

/** [CHAT-10] */
export function setPrivateChat(session: Session, me: Person, on: boolean, at: Millis): Outcome {
  return session.chat.private === on ? [] : [{ type: 'privateChatSet', at, on, by: me.id }]
}

/** [FEEDBACK-1] [FEEDBACK-3] Records what a person thinks of the room. */
export function giveFeedback(session: Session, me: Person, mark: number, typed: string, at: Millis): Outcome {
  const text = readWords(typed)
  if (text === null) return reject('message-long')
  const wait = (session.chat.fedBack.get(me.id) ?? -Infinity) + FEEDBACK_EVERY - at
  if (wait > 0) return { refusal: 'feedback-later', wait }
  return [{ type: 'feedbackGiven', at, person: me.id, name: me.name, mark, text }]
}
