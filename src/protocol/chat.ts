import * as v from 'valibot'
import { Mark, Quote, Slowness, TypedText } from './messages.ts'
import { about, bare, command, event, flip } from './shapes.ts'
import { Id, Role } from './types.ts'

const Nth = v.pipe(v.number(), v.integer(), v.minValue(1))

/** The commands of the chat. */
export const chatCommands = [
  /**
   * To everybody, or to one person (`to`). `reply`: the number of the message in that conversation that this one answers [CHAT-1] [CHAT-4].
   * `key`: idempotency key; a second command with the same key changes nothing [CHAT-19].
   */
  command('write', { text: TypedText, to: v.nullable(Id), reply: v.nullable(Nth), key: v.nullable(Id) }),
  command('likeMessage', { n: Nth, on: v.boolean() }),
  /** `with`: the other person, if it is in a private conversation. */
  command('deleteMessage', { n: Nth, with: v.nullable(Id) }),
  /** Null unpins. [CHAT-6] */
  command('pinMessage', { n: v.nullable(Nth) }),
  about('blockFromChat'),
  about('letBackIntoChat'),
  bare('clearChat'),
  flip('pauseChat'),
  command('setSlowMode', { seconds: Slowness }),
  flip('setPrivateChat'),
  command('giveFeedback', { mark: Mark, text: TypedText }),
] as const

/** Messages are written, liked, deleted and pinned; the chat is set; feedback is given. */
export const chatEvents = [
  /** `to`: the recipient of a private message, which is numbered among the private ones; `toName` is empty otherwise. `key`: that of the command. */
  event('messageWritten', {
    person: Id,
    name: v.string(),
    role: Role,
    chatModerator: v.boolean(),
    to: v.nullable(Id),
    toName: v.string(),
    n: v.number(),
    text: v.string(),
    quote: v.nullable(Quote),
    key: v.optional(v.nullable(Id), null),
  }),
  /** `likes`: the number of likes including this one. */
  event('messageLiked', { person: Id, n: v.number(), on: v.boolean(), likes: v.number() }),
  /** Sent and never stored: the number of likes of a message, collected over a moment. [CHAT-5] */
  event('likesCounted', { n: v.number(), likes: v.number() }),
  /** `person` wrote the message; `to` is the recipient of a private one. */
  event('messageDeleted', { person: Id, to: v.nullable(Id), n: v.number(), by: Id }),
  event('messagePinned', { person: Id, n: v.number(), name: v.string(), text: v.string(), by: Id }),
  event('messageUnpinned', { by: Id }),
  event('chatBlocked', { person: Id, name: v.string(), by: Id }),
  event('chatUnblocked', { person: Id, by: Id }),
  event('chatCleared', { by: Id }),
  event('chatPaused', { on: v.boolean(), by: Id }),
  event('slowModeSet', { seconds: Slowness, by: Id }),
  event('privateChatSet', { on: v.boolean(), by: Id }),
  event('feedbackGiven', { person: Id, name: v.string(), mark: Mark, text: v.string() }),
] as const
