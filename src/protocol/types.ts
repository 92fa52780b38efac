import * as v from 'valibot'

/** Milliseconds since 1970, as the server's clock gives them. */
export type Millis = number

/**
 * 128 random bits in base64url. It means nothing by itself, so LiveKit and everybody in the room may see it. Each page load has one too, so
 * that a reconnecting page can be told from a new one.
 */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))
export type PersonId = v.InferOutput<typeof Id>
export type RoomId = v.InferOutput<typeof Id>
export type PictureId = v.InferOutput<typeof Id>
export type DocumentId = v.InferOutput<typeof Id>
export type SessionId = v.InferOutput<typeof Id>

export const Role = v.picklist(['host', 'cohost', 'moderator', 'speaker', 'participant'])
export type Role = v.InferOutput<typeof Role>

/** The roles that can be given in the room; nobody becomes host. [ROLE-5] */
export const GivenRole = v.picklist(['cohost', 'moderator', 'speaker', 'participant'])
export type GivenRole = v.InferOutput<typeof GivenRole>

/** What a person can be permitted or not, besides what the role gives. [PERMISSION-1] */
export const Permission = v.picklist([
  'shareScreen',
  'presentContent',
  'draw',
  'writeNotes',
  'chat',
  'react',
  'raiseHand',
  'joinStage',
  'seeParticipants',
])
export type Permission = v.InferOutput<typeof Permission>

/** The roles that an invite link can carry; nobody becomes host by a link. */
export const LinkRole = v.picklist(['viewer', 'speaker', 'moderator'])
export type LinkRole = v.InferOutput<typeof LinkRole>

export const RoomMode = v.picklist(['interactive', 'webinar'])
export type RoomMode = v.InferOutput<typeof RoomMode>

/** The largest stage size. [MODE-4] */
export const STAGE_MAX = 49

export const StageAccess = v.picklist(['everyone', 'request', 'invite'])
export type StageAccess = v.InferOutput<typeof StageAccess>

/** The reactions. [REACT-1] */
export const Reaction = v.picklist(['clap', 'heart', 'think', 'wow', 'smile'])
export type Reaction = v.InferOutput<typeof Reaction>

/** How often each reaction was sent. */
export const Reactions = v.partial(
  v.object(v.entriesFromList(Reaction.options, v.pipe(v.number(), v.integer(), v.minValue(1)))),
)
export type Reactions = v.InferOutput<typeof Reactions>

/** What a raised hand is for: to speak, or to join the stage. Both are in one queue. [HAND-1] */
export const HandPurpose = v.picklist(['speak', 'stage'])
export type HandPurpose = v.InferOutput<typeof HandPurpose>

/** What people on stage and backstage publish, by LiveKit's names. */
export const Source = v.picklist(['microphone', 'camera'])
export type Source = v.InferOutput<typeof Source>

/** What a person who shares the screen publishes, by LiveKit's names. */
export const SCREEN_SOURCES = ['screen_share', 'screen_share_audio'] as const
export type ScreenSource = (typeof SCREEN_SOURCES)[number]

/** Whether a person is locked from turning something on. `free`: unlocked personally while it is locked for all. [LOCK-3] */
export const Lock = v.picklist(['none', 'locked', 'free'])
export type Lock = v.InferOutput<typeof Lock>

export const TrackKind = v.picklist(['audio', 'video'])
export type TrackKind = v.InferOutput<typeof TrackKind>
