import * as z from 'zod/mini'
import { HandPurpose, Id, Lock, Permission, Role, RoomMode, StageAccess } from './words.ts'

/** Where a person in the session is. */
export const Place = z.enum(['viewer', 'wings', 'stage'])
export type Place = z.infer<typeof Place>

/** An invitation to the stage: who gave it, when, and whether it leads to the wings [WINGS-1]. Open until joined, declined, revoked or left. */
export const Invitation = z.strictObject({ by: Id, at: z.number(), hold: z.boolean() })

/** The permissions in which a person differs from what the role gives. [PERMISSION-2] */
export const Custom = z.partialRecord(Permission, z.boolean())
export type Custom = z.infer<typeof Custom>

/** What stays with a person who leaves and comes back. */
export const Kept = z.strictObject({
  custom: Custom,
  chatModerator: z.boolean(),
  microphoneLock: Lock,
  cameraLock: Lock,
})
export type Kept = z.infer<typeof Kept>
export const NOTHING_KEPT: Kept = { custom: {}, chatModerator: false, microphoneLock: 'none', cameraLock: 'none' }

/** Somebody who may not come back: into this session, or until lifted. `by` is a name. */
export const Removal = z.strictObject({
  person: Id,
  name: z.string(),
  by: z.string(),
  at: z.number(),
  lasting: z.boolean(),
})
export type Removal = z.infer<typeof Removal>

/** How many the stage holds in each mode. */
export const Sizes = z.strictObject({ interactive: z.number(), webinar: z.number() })

/** Whether everybody's microphones or cameras are locked. [LOCK-3] */
export const AllLocked = z.strictObject({ microphone: z.boolean(), camera: z.boolean() })

/** A person as others in the room may know them. `present` is false while the connection is lost and the place kept. */
export const PersonView = z.strictObject({
  ...Kept.shape,
  id: Id,
  name: z.string(),
  role: Role,
  place: Place,
  present: z.boolean(),
  microphone: z.boolean(),
  camera: z.boolean(),
  onStageSince: z.nullable(z.number()),
  invitation: z.nullable(Invitation),
})
export type PersonView = z.infer<typeof PersonView>

/** Somebody who waits to be let in. [WAIT-1] */
export const Waiting = z.strictObject({ person: Id, name: z.string(), role: Role, at: z.number() })
export type Waiting = z.infer<typeof Waiting>

/**
 * A raised hand. `order` sorts the one queue: smaller is earlier [HAND-2]. `first`: its owner was told that the stage is full
 * [STAGE-6]. `reason` is empty where none was given.
 */
export const Hand = z.strictObject({
  person: Id,
  purpose: HandPurpose,
  at: z.number(),
  order: z.number(),
  first: z.boolean(),
  reason: z.string(),
})
export type Hand = z.infer<typeof Hand>

/** Who shares the screen, since when, and whether with its sound. [SHARE-2] */
export const Share = z.strictObject({ person: Id, at: z.number(), sound: z.boolean() })
export type Share = z.infer<typeof Share>

/** The session as one person may know it; folded on by the events told. Before the first one `id` is empty. */
export const SessionView = z.strictObject({
  id: z.string(),
  room: Id,
  name: z.string(),
  mode: RoomMode,
  access: StageAccess,
  stageSize: z.number(),
  startedAt: z.number(),
  endedAt: z.nullable(z.number()),
  allLocked: AllLocked,
  /** Newcomers wait. [WAIT-1] */
  locked: z.boolean(),
  /** Whether one can react. [REACT-4] */
  reactions: z.boolean(),
  /** When it ends, where nobody who runs the room is here. [SESSION-5] */
  endsAt: z.nullable(z.number()),
  share: z.nullable(Share),
  people: z.array(PersonView),
  hands: z.array(Hand),
  /** Both for who runs the room; empty for others. */
  removed: z.array(Removal),
  waiting: z.array(Waiting),
})
export type SessionView = z.infer<typeof SessionView>

/** One of the first hands, as everybody is told of them. */
export const Head = z.strictObject({ person: Id, name: z.string(), role: Role, purpose: HandPurpose })

/** The audience is a number, not a list, with the head of the queue of hands; sent at most once a second. */
export const Audience = z.strictObject({
  viewers: z.number(),
  onStage: z.number(),
  hands: z.number(),
  heads: z.array(Head),
  /** Who changed the order of the hands last, and whose was moved, by name. [HAND-6] */
  moved: z.nullable(z.strictObject({ by: z.string(), name: z.string() })),
})
export type Audience = z.infer<typeof Audience>
