import * as v from 'valibot'
import { Pinned, Slowness } from './messages.ts'
import { Content } from './presenting/content.ts'
import { Rehearsal } from './rehearsal.ts'
import { HandPurpose, Id, Lock, Permission, Role, RoomMode, StageAccess } from './types.ts'

/** Where a person in the session is. */
export const Place = v.picklist(['viewer', 'backstage', 'stage'])
export type Place = v.InferOutput<typeof Place>

/**
 * An invitation to the stage: who gave it, when, and whether it leads to backstage (`hold`) [BACKSTAGE-1]. It is open until its person
 * joins, declines or leaves, or it is revoked.
 */
export const Invitation = v.object({ by: Id, at: v.number(), hold: v.boolean() })

/** The permissions in which a person differs from the role. [PERMISSION-2] */
export const Custom = v.partial(v.object(v.entriesFromList(Permission.options, v.boolean())))
export type Custom = v.InferOutput<typeof Custom>

/** What is retained of a person who leaves, for their return. */
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

/** A removed person, who may not come back into this session, or until it is lifted (`lasting`). `by` is a name. */
export const Removal = v.object({
  person: Id,
  name: v.string(),
  by: v.string(),
  /** Who did it; not known of removals of before. */
  byId: v.optional(Id),
  at: v.number(),
  lasting: v.boolean(),
})
export type Removal = v.InferOutput<typeof Removal>

/** How long a person was inside and on stage, in ms, not counting the time since `since` and `onStageSince`. [END-2] */
export const Attendance = v.object({
  inside: v.number(),
  onStage: v.number(),
  since: v.nullable(v.number()),
  onStageSince: v.nullable(v.number()),
})
export type Attendance = v.InferOutput<typeof Attendance>

/** The stage size of each mode. */
export const Sizes = v.object({ interactive: v.number(), webinar: v.number() })

/** Whether microphones or cameras are locked for everybody. [LOCK-3] */
export const AllLocked = v.object({ microphone: v.boolean(), camera: v.boolean() })

/** A person as others in the room may know them. `present` is false while the connection is lost and the place is kept. */
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
  /** The id of their account's picture; absent where there is none. [PICTURE-6] */
  picture: v.optional(Id),
})
export type PersonView = v.InferOutput<typeof PersonView>

/** A person in the lobby. [WAIT-1] */
export const Waiting = v.object({
  person: Id,
  name: v.string(),
  role: Role,
  at: v.number(),
  uninvited: v.optional(v.literal(true)),
})
export type Waiting = v.InferOutput<typeof Waiting>

/**
 * A raised hand. `order` sorts the queue: smaller is earlier [HAND-2]. `first`: its owner found the stage full, and comes before all others
 * [STAGE-6]. `reason` is empty if none was given.
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

/** Who shares the screen, since when, and whether with sound. [SHARE-2] */
export const Share = v.object({ person: Id, at: v.number(), sound: v.boolean() })
export type Share = v.InferOutput<typeof Share>

/** A person who is blocked from writing. */
const Blocked = v.object({ person: Id, name: v.string() })

/** The settings of the chat. `blocked`: everybody who is, for moderators of the chat; only oneself for others. */
export const ChatView = v.object({
  paused: v.boolean(),
  slow: Slowness,
  private: v.boolean(),
  pinned: v.nullable(Pinned),
  blocked: v.array(Blocked),
})
export type ChatView = v.InferOutput<typeof ChatView>

/** The session as one person may know it; later events are applied to it. Before the first session `id` is empty. */
export const SessionView = v.object({
  id: v.string(),
  room: Id,
  name: v.string(),
  mode: RoomMode,
  access: StageAccess,
  stageSize: v.number(),
  startedAt: v.number(),
  endedAt: v.nullable(v.number()),
  /** Who ended it, and by what name, for people who were inside; null if it ended because no moderator was there. [END-1] */
  endedBy: v.nullable(Id),
  endedByName: v.string(),
  /** The most people who were inside at the same time. */
  peak: v.number(),
  /** One's own attendance, if one was ever inside. */
  stay: v.nullable(Attendance),
  allLocked: AllLocked,
  /** Who is everybody's main camera. [MAIN-1] */
  mainCamera: v.nullable(Id),
  /** Whether newcomers wait in the lobby. [WAIT-1] */
  locked: v.boolean(),
  /** Whether reactions are on. [REACT-4] */
  reactions: v.boolean(),
  /** Whether hands are raised to speak. [HAND-9] */
  handsOn: v.optional(v.boolean(), true),
  chat: ChatView,
  /** When it ends, while no moderator is here. [SESSION-5] */
  endsAt: v.nullable(v.number()),
  share: v.nullable(Share),
  /** What is presented. [PRESENT-2] */
  content: v.optional(v.nullable(Content), null),
  rehearsal: v.optional(v.nullable(Rehearsal), null),
  people: v.array(PersonView),
  hands: v.array(Hand),
  /** For moderators; empty for others. */
  removed: v.array(Removal),
  /** The same; a person in the lobby is sent themselves. [WAIT-8] */
  waiting: v.array(Waiting),
})
export type SessionView = v.InferOutput<typeof SessionView>

/** More of the session than a welcome holds, for those who run the room. */
export const SessionPart = v.object({
  people: v.array(PersonView),
  hands: v.array(Hand),
  waiting: v.array(Waiting),
})
export type SessionPart = v.InferOutput<typeof SessionPart>

/** One of the first hands of the queue, which everybody is sent. */
export const Head = v.object({
  person: Id,
  name: v.string(),
  role: Role,
  purpose: HandPurpose,
  picture: v.optional(Id),
})

/** The audience is a number, not a list, with the head of the queue of hands. Sent at most once a second. */
export const Audience = v.object({
  viewers: v.number(),
  onStage: v.number(),
  hands: v.number(),
  heads: v.array(Head),
  /** Who changed the order of the hands last, and whose hand it was, by name. [HAND-6] */
  moved: v.nullable(v.object({ by: v.string(), name: v.string() })),
})
export type Audience = v.InferOutput<typeof Audience>
