import * as v from 'valibot'
import { Refusal } from './refusals.ts'
import { Id, LinkRole, type PictureId, Role, RoomMode, StageAccess } from './types.ts'

/** The largest body that these routes accept, in bytes: a few names. */
export const BODY_MAX = 8_192
const Name = v.pipe(v.string(), v.maxLength(BODY_MAX))

/** POST /api/rooms: makes a room. Its maker is the host, known by the browser's cookie. */
export const NewRoom = v.object({ name: Name, host: Name, mode: RoomMode })
export type NewRoom = v.InferOutput<typeof NewRoom>
export const RoomMade = v.object({ room: Id })
export type RoomMade = v.InferOutput<typeof RoomMade>

/**
 * POST /api/links/:token: enters the room with the link's role. A person whom the room knows already needs no name. A `bot` enters while
 * a rehearsal runs, and is forgotten with it. [REHEARSE-3] `email`: where an invitation asks for it. [LINK-8]
 */
export const Entry = v.object({ name: v.optional(Name), email: v.optional(Name), bot: v.optional(v.literal(true)) })
export type Entry = v.InferOutput<typeof Entry>

/** POST /api/rooms/:room/ask: asks to be let in without an invitation, under a name. [ASK-1] */
export const Asking = v.object({ name: Name })

/**
 * GET /api/links/:token: the room that the link leads to. `you`: the name by which this browser is known there already. `invite`: it is an
 * invitation, written to somebody of that first name, and asks for their email; null for a link of a role.
 */
export const LinkPage = v.object({
  room: Id,
  name: v.string(),
  host: v.string(),
  role: LinkRole,
  you: v.nullable(v.string()),
  invite: v.optional(v.nullable(v.object({ name: v.string(), asksEmail: v.boolean() })), null),
})
export type LinkPage = v.InferOutput<typeof LinkPage>

/** GET /api/pictures/:id: the address of a picture, which nobody guesses. [PICTURE-4] */
export const picturePath = (id: PictureId): string => `/api/pictures/${id}`

/** GET /api/guest: whether the browser sends the guest's cookie. If it does not, the answer sets one, for the next request. */
export const GuestPage = v.object({ known: v.boolean() })
export type GuestPage = v.InferOutput<typeof GuestPage>

/** The three invite links of a room, as whole addresses. */
export const Links = v.object({ viewer: v.string(), speaker: v.string(), moderator: v.string() })
export type Links = v.InferOutput<typeof Links>

/** GET /api/rooms/:room: the session page. `links` is only there for people who may hand them out, `you` only for people known in the room. */
export const RoomPage = v.object({
  room: Id,
  name: v.string(),
  host: v.string(),
  mode: RoomMode,
  access: StageAccess,
  stageSize: v.number(),
  live: v.nullable(v.object({ since: v.number(), viewers: v.number(), onStage: v.number(), hands: v.number() })),
  /** The server's clock, by which all times here are given. */
  now: v.number(),
  /** When the last session ended, if none is running. */
  endedAt: v.nullable(v.number()),
  you: v.nullable(v.object({ name: v.string(), role: Role })),
  links: v.nullable(Links),
  /** Whether who asks can claim the room into the account that is signed in. [ACCOUNT-5] */
  isClaimable: v.boolean(),
})
export type RoomPage = v.InferOutput<typeof RoomPage>

/**
 * The body of every failed request: the reason, and whom to ask if that is known [ENTER-4]. `fault`: the id under which the server's log
 * has the error.
 */
export const Refused = v.object({
  refusal: Refusal,
  host: v.optional(v.string()),
  fault: v.optional(v.string()),
})
export type Refused = v.InferOutput<typeof Refused>
