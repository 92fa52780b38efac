import * as v from 'valibot'
import { Pinned, Slowness } from './messages.ts'
import { Rehearsal } from './rehearsal.ts'
import { HandPurpose, Id, Lock, Permission, Role, RoomMode, StageAccess } from './types.ts'

/** Where a person in the session is. */
export const Place = v.picklist(['viewer', 'backstage', 'stage'])
export type Place = v.InferOutput<typeof Place>

/** An invitation to the stage: who gave it, when, and whether it leads to backstage [BACKSTAGE-1]. Open until joined, declined, revoked or left. */
export const Invitation = v.object({ by: Id, at: v.number(), hold: v.boolean() })

/** The permissions in which a person differs from what the role gives. [PERMISSION-2] */
export const Custom = v.partial(v.object(v.entriesFromList(Permission.options, v.boolean())))
export type Custom = v.InferOutput<typeof Custom>

/** What stays with a person who leaves and comes back. */
export const Retained = v.object({
  custom: Custom,
  chatModerator: v.boolean(),
  microphoneLock: Lock,
  cameraLock: Lock,
})
export type Retained = v.InferOutput<typeof Retained>
export const NOTHING_RETAINED: Retained = {
  custom: {},
  chatModerator: false,
  microphoneLock: 'none',
  cameraLock: 'none',
}

/** Somebody who may not come back: into this session, or until lifted. `by` is a name. */
export const Removal = v.object({
  person: Id,
  name: v.string(),
  by: v.string(),
  at: v.number(),
  lasting: v.boolean(),
})
export type Removal = v.InferOutput<typeof Removal>

/** How long one was inside and on stage, in ms, without the time since one is there again. [END-2] */
export const Attendance = v.object({
  inside: v.number(),
  onStage: v.number(),
  since: v.nullable(v.number()),
  onStageSince: v.nullable(v.number()),
})
export type Attendance = v.InferOutput<typeof Attendance>

/** How many the stage holds in each mode. */
export const Sizes = v.object({ interactive: v.number(), webinar: v.number() })

/** Whether everybody's microphones or cameras are locked. [LOCK-3] */
export const AllLocked = v.object({ microphone: v.boolean(), camera: v.boolean() })

/** A person as others in the room may know them. `present` is false while the connection is lost and the place kept. */
export const PersonView = v.object({
  ...Retained.entries,
  id: Id,
  name: v.string(),
  role: Role,
  place: Place,
  present: v.boolean(),
  microphone: v.boolean(),
  camera: v.boolean(),
  onStageSince: v.nullable(v.number()),
  invitation: v.nullable(Invitation),
  /** Nobody: it came to a rehearsal. [REHEARSE-2] */
  bot: v.optional(v.literal(true)),
})
export type PersonView = v.InferOutput<typeof PersonView>

/** Somebody who waits to be let in. [WAIT-1] */
export const Waiting = v.object({ person: Id, name: v.string(), role: Role, at: v.number() })
export type Waiting = v.InferOutput<typeof Waiting>

/**
 * A raised hand. `order` sorts the one queue: smaller is earlier [HAND-2]. `first`: its owner was told that the stage is full
 * [STAGE-6]. `reason` is empty where none was given.
 */
export const Hand = v.object({
  person: Id,
  purpose: HandPurpose,
  at: v.number(),
  order: v.number(),
  first: v.boolean(),
  reason: v.string(),
})
export type Hand = v.InferOutput<typeof Hand>

/** Who shares the screen, since when, and whether with its sound. [SHARE-2] */
export const Share = v.object({ person: Id, at: v.number(), sound: v.boolean() })
export type Share = v.InferOutput<typeof Share>

/** Somebody who may not write. */
const Blocked = v.object({ person: Id, name: v.string() })

/** How the chat is set. `blocked`: all of them for who moderates it, oneself for others. */
export const ChatView = v.object({
  paused: v.boolean(),
  slow: Slowness,
  private: v.boolean(),
  pinned: v.nullable(Pinned),
  blocked: v.array(Blocked),
})
export type ChatView = v.InferOutput<typeof ChatView>

/** The session as one person may know it; folded on by the events told. Before the first one `id` is empty. */
export const SessionView = v.object({
  id: v.string(),
  room: Id,
  name: v.string(),
  mode: RoomMode,
  access: StageAccess,
  stageSize: v.number(),
  startedAt: v.number(),
  endedAt: v.nullable(v.number()),
  /** Who ended it, and by what name for who was inside; null: nobody who runs it was there any more. [END-1] */
  endedBy: v.nullable(Id),
  endedByName: v.string(),
  /** How many were inside at the same time, at the most. */
  peak: v.number(),
  /** One's own, where one was ever inside. */
  stay: v.nullable(Attendance),
  allLocked: AllLocked,
  /** Who is shown large to everybody. [MAIN-1] */
  mainCamera: v.nullable(Id),
  /** Newcomers wait. [WAIT-1] */
  locked: v.boolean(),
  /** Whether one can react. [REACT-4] */
  reactions: v.boolean(),
  chat: ChatView,
  /** When it ends, where nobody who runs the room is here. [SESSION-5] */
  endsAt: v.nullable(v.number()),
  share: v.nullable(Share),
  rehearsal: v.optional(v.nullable(Rehearsal), null),
  people: v.array(PersonView),
  hands: v.array(Hand),
  /** For who runs the room; empty for others. */
  removed: v.array(Removal),
  /** The same, and oneself for who waits. [WAIT-8] */
  waiting: v.array(Waiting),
})
export type SessionView = v.InferOutput<typeof SessionView>

/** One of the first hands, as everybody is told of them. */
export const Head = v.object({ person: Id, name: v.string(), role: Role, purpose: HandPurpose })

/** The audience is a number, not a list, with the head of the queue of hands; sent at most once a second. */
export const Audience = v.object({
  viewers: v.number(),
  onStage: v.number(),
  hands: v.number(),
  heads: v.array(Head),
  /** Who changed the order of the hands last, and whose was moved, by name. [HAND-6] */
  moved: v.nullable(v.object({ by: v.string(), name: v.string() })),
})
export type Audience = v.InferOutput<typeof Audience>
