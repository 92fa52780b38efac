import * as v from 'valibot'
import { Mark, Quote, Slowness, TypedText } from './messages.ts'
import { about, bare, command, event, flip } from './shapes.ts'
import { Id, Role } from './types.ts'

const Nth = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What is asked of the chat. */
export const chatCommands = [
  /**
   * To everybody, or privately `to` one; a `reply` answers the message of that number there [CHAT-1] [CHAT-4]. What is asked
   * again under the same `key` was said already [CHAT-19].
   */
  command('write', { text: TypedText, to: v.nullable(Id), reply: v.nullable(Nth), key: v.nullable(Id) }),
  command('likeMessage', { n: Nth, on: v.boolean() }),
  /** `with`: of the private conversation with that person. */
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
  /** `to`: privately, and numbered among the private ones; `toName` is empty otherwise. `key`: under which it was sent. */
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
  /** `likes`: how many it has with this one. */
  event('messageLiked', { person: Id, n: v.number(), on: v.boolean(), likes: v.number() }),
  /** Told and never stored: how many like a message, however many of them at once. [CHAT-5] */
  event('likesCounted', { n: v.number(), likes: v.number() }),
  /** `person` is who wrote it; `to`: privately. */
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
