import * as v from 'valibot'
import { Refusal } from './refusals.ts'
import { Id, LinkRole, Role, RoomMode, StageAccess } from './types.ts'

/** The largest body that these routes take, in bytes: some names. */
export const BODY_MAX = 8_192
const Name = v.pipe(v.string(), v.maxLength(BODY_MAX))

/** POST /api/rooms: makes a room; its maker is host, by the cookie of the browser. */
export const NewRoom = v.object({ name: Name, host: Name, mode: RoomMode })
export type NewRoom = v.InferOutput<typeof NewRoom>
export const RoomMade = v.object({ room: Id })
export type RoomMade = v.InferOutput<typeof RoomMade>

/**
 * POST /api/links/:token: lets the bearer in with the link's role. Who is known in the room already needs no name. A `bot` is let in while
 * a rehearsal runs, and forgotten with it. [REHEARSE-3]
 */
export const Entry = v.object({ name: v.optional(Name), bot: v.optional(v.literal(true)) })
export type Entry = v.InferOutput<typeof Entry>

/** GET /api/links/:token: what the link opens. `you` is the name by which the browser is known there already. */
export const LinkPage = v.object({
  room: Id,
  name: v.string(),
  host: v.string(),
  role: LinkRole,
  you: v.nullable(v.string()),
})
export type LinkPage = v.InferOutput<typeof LinkPage>

/** GET /api/guest: whether the browser has sent its cookie; who has not is given one, to send it the next time. */
export const GuestPage = v.object({ known: v.boolean() })
export type GuestPage = v.InferOutput<typeof GuestPage>

/** The three invite links of a room, as whole addresses. */
export const Links = v.object({ viewer: v.string(), speaker: v.string(), moderator: v.string() })
export type Links = v.InferOutput<typeof Links>

/** GET /api/rooms/:room: the session page. `links` only for who may hand them on; `you` only for who is known there. */
export const RoomPage = v.object({
  room: Id,
  name: v.string(),
  host: v.string(),
  mode: RoomMode,
  access: StageAccess,
  stageSize: v.number(),
  live: v.nullable(v.object({ since: v.number(), viewers: v.number(), onStage: v.number(), hands: v.number() })),
  /** The server's clock, by which the times here are. */
  now: v.number(),
  /** When the last session ended, while none runs. */
  endedAt: v.nullable(v.number()),
  you: v.nullable(v.object({ name: v.string(), role: Role })),
  links: v.nullable(Links),
})
export type RoomPage = v.InferOutput<typeof RoomPage>

/**
 * What every failed request answers: why, and whom to ask where that is known. [ENTER-4] `fault`: under which id the server's log has
 * what went wrong.
 */
export const Refused = v.object({
  refusal: Refusal,
  host: v.optional(v.string()),
  fault: v.optional(v.string()),
})
export type Refused = v.InferOutput<typeof Refused>
