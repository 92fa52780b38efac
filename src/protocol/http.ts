import * as z from 'zod/mini'
import { Refusal } from './refusals.ts'
import { Id, LinkRole, Role, RoomMode, StageAccess } from './words.ts'

/** POST /api/rooms: makes a room; the answer sets the cookie by which its maker is host. */
export const NewRoom = z.strictObject({ name: z.string(), host: z.string(), mode: RoomMode })
export type NewRoom = z.infer<typeof NewRoom>
export const RoomMade = z.strictObject({ room: Id })
export type RoomMade = z.infer<typeof RoomMade>

/** POST /api/links/:token: lets the bearer in with the link's role. Who is known in the room already needs no name. */
export const Entry = z.strictObject({ name: z.optional(z.string()) })
export type Entry = z.infer<typeof Entry>

/** GET /api/links/:token: what the link opens. `you` is the name by which the browser is known there already. */
export const LinkPage = z.strictObject({
  room: Id,
  name: z.string(),
  host: z.string(),
  role: LinkRole,
  you: z.nullable(z.string()),
})
export type LinkPage = z.infer<typeof LinkPage>

/** The three invite links of a room, as whole addresses. */
export const Links = z.strictObject({ viewer: z.string(), speaker: z.string(), moderator: z.string() })
export type Links = z.infer<typeof Links>

/** GET /api/rooms/:room: the session page. `links` only for who may hand them on; `you` only for who is known there. */
export const RoomPage = z.strictObject({
  room: Id,
  name: z.string(),
  host: z.string(),
  mode: RoomMode,
  access: StageAccess,
  stageSize: z.number(),
  live: z.nullable(z.strictObject({ since: z.number(), viewers: z.number(), onStage: z.number(), hands: z.number() })),
  you: z.nullable(z.strictObject({ name: z.string(), role: Role })),
  links: z.nullable(Links),
})
export type RoomPage = z.infer<typeof RoomPage>

/** What every failed request answers: why, and whom to ask where that is known. [ENTER-4] */
export const Refused = z.strictObject({ refusal: Refusal, host: z.optional(z.string()) })
export type Refused = z.infer<typeof Refused>
