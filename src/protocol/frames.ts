import * as v from 'valibot'
import { Command } from './commands.ts'
import { Event } from './events.ts'
import { boardFrames } from './presenting/whiteboard.ts'
import { Found, Query } from './queries.ts'
import { Refusal } from './refusals.ts'
import { Audience, SessionPart, SessionView } from './views.ts'
import { Id, Reactions, Role } from './types.ts'

/** The largest frame a client may send, in bytes. */
export const FRAME_MAX = 16_384

/** Why the server closes a socket, as its close code (RFC 6455, 7.4.2: 4000 to 4999 are ours). */
export const CLOSED = {
  bad: 4400,
  noEntry: 4403,
  replaced: 4409,
  tooFast: 4429,
  version: 4426,
  fault: 4500,
  full: 4503,
} as const

/** The reason of a close with `full`, as JSON: the place in line, from 1, and after how many ms to ask again. [FULL-1] */
export const Turn = v.object({ place: v.number(), wait: v.number() })
export type Turn = v.InferOutput<typeof Turn>

/** A service restart (the registry of RFC 6455). The reason is over how many ms those who come back spread themselves. [AWAY-5] */
export const RESTARTS = 1012

const Ask = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The frames that a client may send. `ask` is repeated in the answer. The first frame of a connection is `hello`. */
export const Upward = v.variant('type', [
  /**
   * `takesOver`: also replaces a newer window of the same person [PRESENCE-6]. Fields that older pages leave out are optional: the server
   * has to understand an older page to tell it to reload.
   */
  v.object({
    type: v.literal('hello'),
    version: v.number(),
    page: Id,
    takesOver: v.optional(v.boolean(), false),
  }),
  v.object({ type: v.literal('do'), ask: Ask, command: Command }),
  v.object({ type: v.literal('find'), ask: Ask, query: Query }),
])
export type Upward = v.InferOutput<typeof Upward>

/** The person of a connection. */
export const Me = v.object({ id: Id, name: v.string(), role: Role, picture: v.optional(Id) })
export type Me = v.InferOutput<typeof Me>

/** Whether one may join. */
export const Door = v.picklist(['open', 'locked', 'waiting', 'removed'])
export type Door = v.InferOutput<typeof Door>

/** The frames that the server sends. */
export const Downward = v.variant('type', [
  /**
   * The answer to `hello`, and sent again when everything known before is void (one joined, left, or a new session began). `inside`: one is
   * in the session, and not on the prejoin page. `video`: the height in px at which cameras are captured. `host`: whom to ask for help.
   * `door`: what keeps somebody outside from joining. `spread`: over how many ms those who come back to a server that was away spread
   * their attempts. [AWAY-5]
   */
  v.object({
    type: v.literal('welcome'),
    you: Me,
    inside: v.boolean(),
    door: Door,
    session: SessionView,
    audience: Audience,
    ticket: v.string(),
    video: v.number(),
    host: v.string(),
    now: v.number(),
    spread: v.optional(v.number()),
  }),
  /** What the welcome before had no room for: as it is now, after all that was told. */
  v.object({ type: v.literal('more'), part: SessionPart }),
  v.object({ type: v.literal('told'), events: v.array(Event) }),
  v.object({ type: v.literal('audience'), audience: Audience, spread: v.optional(v.number()) }),
  /** One's own place in the queue of hands or in the lobby, from 1, and the estimated wait in ms if known. [HAND-8] */
  v.object({ type: v.literal('place'), place: v.nullable(v.number()), wait: v.nullable(v.number()) }),
  /** The reactions of everybody since the last such frame; at most twice a second. [REACT-2] */
  v.object({ type: v.literal('reactions'), reactions: Reactions }),
  v.object({ type: v.literal('done'), ask: Ask }),
  v.object({ type: v.literal('found'), ask: Ask, found: Found }),
  /** `wait`: the time in ms after which it can be asked again. */
  v.object({ type: v.literal('refused'), ask: Ask, refusal: Refusal, wait: v.optional(v.number()) }),
  /** LiveKit went away or came back. A client reconnects at once instead of waiting for its back-off. */
  v.object({ type: v.literal('media'), up: v.boolean() }),
  /** Too many watch, and pictures are withheld from this page; or they are given again. [LOAD-2] */
  v.object({ type: v.literal('pictures'), given: v.boolean() }),
  /** The files of the room, or its storyboard, are other than they were; for who may present, at most once a second. [PAGES-6] */
  v.object({ type: v.literal('contentChanged') }),
  ...boardFrames,
  /** The store went away or came back: until then nothing can be changed. [STORE-2] */
  v.object({ type: v.literal('store'), up: v.boolean() }),
])
export type Downward = v.InferOutput<typeof Downward>
