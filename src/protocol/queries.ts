import * as v from 'valibot'
import { Event } from './events.ts'
import { Feedback, Message, MESSAGES_MAX, Thread } from './messages.ts'
import { PersonView } from './views.ts'
import { Language } from './language.ts'
import { Id } from './types.ts'

/** The most viewers in one answer. */
export const ROWS_MAX = 100

/** What a person can look up. Queries change nothing. */
export const Query = v.variant('type', [
  /** The viewers whose name contains `search`, in the order of names of a language: `limit` rows, starting with number `from`. */
  v.object({
    type: v.literal('viewers'),
    language: Language,
    search: v.pipe(v.string(), v.maxLength(100)),
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ROWS_MAX)),
  }),
  /** A fresh ticket for LiveKit. */
  v.object({ type: v.literal('ticket') }),
  /** The audit log, newest first; for moderators. [REMOVE-4] */
  v.object({ type: v.literal('acts') }),
  /** Messages to everybody, or of the private conversation `with` one person: the newest, those before a number, or those after one. [CHAT-3] */
  v.object({
    type: v.literal('messages'),
    with: v.nullable(Id),
    before: v.nullable(v.pipe(v.number(), v.integer())),
    after: v.nullable(v.pipe(v.number(), v.integer())),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MESSAGES_MAX)),
  }),
  /** One's own private conversations, newest first. */
  v.object({ type: v.literal('threads') }),
  /** The feedback of people, newest first; for moderators. [FEEDBACK-2] */
  v.object({ type: v.literal('feedback') }),
])
export type Query = v.InferOutput<typeof Query>

/** The viewers asked for, and how many match in all. */
export const Viewers = v.object({ type: v.literal('viewers'), total: v.number(), rows: v.array(PersonView) })
export type Viewers = v.InferOutput<typeof Viewers>

/** A ticket for LiveKit, valid for five minutes. `room` is LiveKit's name of the session. */
export const Ticket = v.object({ type: v.literal('ticket'), token: v.string() })
export type Ticket = v.InferOutput<typeof Ticket>

/** A line of the audit log. `by` and `about` are names; `about` may be empty. */
export const Act = v.object({ by: v.string(), about: v.string(), event: Event })
export type Act = v.InferOutput<typeof Act>
export const Acts = v.object({ type: v.literal('acts'), acts: v.array(Act) })

/** The messages asked for, oldest first. */
export const Messages = v.object({ type: v.literal('messages'), messages: v.array(Message) })
export const Threads = v.object({ type: v.literal('threads'), threads: v.array(Thread) })
export const Feedbacks = v.object({ type: v.literal('feedback'), feedback: v.array(Feedback) })

export const Found = v.variant('type', [Viewers, Ticket, Acts, Messages, Threads, Feedbacks])
export type Found = v.InferOutput<typeof Found>
