import * as z from 'zod/mini'
import { Command } from './commands.ts'
import { Event } from './events.ts'
import { Found, Query } from './queries.ts'
import { Refusal } from './refusals.ts'
import { Audience, SessionView } from './views.ts'
import { Id, Reactions, Role } from './words.ts'

/** The largest frame a client may send, in bytes. */
export const FRAME_MAX = 16_384

/** Why the server closes a socket, as its close code (RFC 6455, 7.4.2: 4000 to 4999 are ours). */
export const CLOSED = { bad: 4400, noEntry: 4403, replaced: 4409, tooFast: 4429, version: 4426, fault: 4500 } as const

const Ask = z.int().check(z.minimum(0))

/** What a client may send. `ask` is repeated in the answer. The first frame of a connection is `hello`. */
export const Upward = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), version: z.number(), page: Id }),
  z.strictObject({ type: z.literal('do'), ask: Ask, command: Command }),
  z.strictObject({ type: z.literal('find'), ask: Ask, query: Query }),
])
export type Upward = z.infer<typeof Upward>

/** Who the socket's person is. */
export const Me = z.strictObject({ id: Id, name: z.string(), role: Role })
export type Me = z.infer<typeof Me>

/** Whether one may come in. */
export const Door = z.enum(['open', 'locked', 'waiting', 'removed'])
export type Door = z.infer<typeof Door>

/** What the server sends. */
export const Downward = z.discriminatedUnion('type', [
  /**
   * The answer to `hello`, and again whenever all that was known is void (one joined, left, or a new session began).
   * `inside`: one is in the session, not at its door. `video`: the height in px at which cameras are captured.
   * `host`: whom to ask for help. `door`: what stands between somebody at the door and the inside.
   */
  z.strictObject({
    type: z.literal('welcome'),
    you: Me,
    inside: z.boolean(),
    door: Door,
    session: SessionView,
    audience: Audience,
    ticket: z.string(),
    video: z.number(),
    host: z.string(),
    now: z.number(),
  }),
  z.strictObject({ type: z.literal('told'), events: z.array(Event) }),
  z.strictObject({ type: z.literal('audience'), audience: Audience }),
  /** One's own place in the queue of hands, or among those who wait, from 1, and the wait in ms that it means, where known. [HAND-8] */
  z.strictObject({ type: z.literal('place'), place: z.nullable(z.number()), wait: z.nullable(z.number()) }),
  /** What everybody has shown since the message before; at most twice a second. [REACT-2] */
  z.strictObject({ type: z.literal('reactions'), reactions: Reactions }),
  z.strictObject({ type: z.literal('done'), ask: Ask }),
  z.strictObject({ type: z.literal('found'), ask: Ask, found: Found }),
  z.strictObject({ type: z.literal('refused'), ask: Ask, refusal: Refusal }),
  /** The media engine went away or came back: a client need not wait for its own back-off. */
  z.strictObject({ type: z.literal('media'), up: z.boolean() }),
])
export type Downward = z.infer<typeof Downward>
