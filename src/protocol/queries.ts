import * as v from 'valibot'
import { Event } from './events.ts'
import { Feedback, Message, MESSAGES_MAX, Thread } from './messages.ts'
import { PersonView } from './views.ts'
import { Language } from './language.ts'
import { Id } from './types.ts'

/** The most rows one question about the viewers gets. */
export const ROWS_MAX = 100

/** What a person can look up without changing anything. */
export const Query = v.variant('type', [
  /** The viewers whose name holds `search`, in the order of names of a language, `limit` rows from `from`. */
  v.object({
    type: v.literal('viewers'),
    language: Language,
    search: v.pipe(v.string(), v.maxLength(100)),
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ROWS_MAX)),
  }),
  /** A fresh ticket for the media engine. */
  v.object({ type: v.literal('ticket') }),
  /** What was done to whom, newest first; for who runs the room. [REMOVE-4] */
  v.object({ type: v.literal('acts') }),
  /** Messages to everybody, or of the conversation `with` one: the newest, those before a number, or those after one. [CHAT-3] */
  v.object({
    type: v.literal('messages'),
    with: v.nullable(Id),
    before: v.nullable(v.pipe(v.number(), v.integer())),
    after: v.nullable(v.pipe(v.number(), v.integer())),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MESSAGES_MAX)),
  }),
  /** The own private conversations, newest first. */
  v.object({ type: v.literal('threads') }),
  /** What people think of the room, newest first; for who runs it. [FEEDBACK-2] */
  v.object({ type: v.literal('feedback') }),
])
export type Query = v.InferOutput<typeof Query>

/** The viewers asked for, and how many match in all. */
export const Viewers = v.object({ type: v.literal('viewers'), total: v.number(), rows: v.array(PersonView) })
export type Viewers = v.InferOutput<typeof Viewers>

/** A ticket to the media engine, good for five minutes; `room` is the engine's name of the session. */
export const Ticket = v.object({ type: v.literal('ticket'), token: v.string() })
export type Ticket = v.InferOutput<typeof Ticket>

/** Something that one person did to another, or to the room. `by` and `about` are names; `about` may be empty. */
export const Act = v.object({ by: v.string(), about: v.string(), event: Event })
export type Act = v.InferOutput<typeof Act>
export const Acts = v.object({ type: v.literal('acts'), acts: v.array(Act) })

/** The messages asked for, oldest first. */
export const Messages = v.object({ type: v.literal('messages'), messages: v.array(Message) })
export const Threads = v.object({ type: v.literal('threads'), threads: v.array(Thread) })
export const Feedbacks = v.object({ type: v.literal('feedback'), feedback: v.array(Feedback) })

export const Found = v.variant('type', [Viewers, Ticket, Acts, Messages, Threads, Feedbacks])
export type Found = v.InferOutput<typeof Found>
