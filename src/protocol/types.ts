import * as v from 'valibot'

/** Milliseconds since 1970, as the server's clock gives them. */
export type Millis = number

/**
 * 128 random bits in base64url; opaque, so it may be shown to the media engine and to everybody in the room. A page load
 * names itself with one too, so that a reconnecting page can be told from a new one.
 */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))
export type PersonId = v.InferOutput<typeof Id>
export type RoomId = v.InferOutput<typeof Id>
export type SessionId = v.InferOutput<typeof Id>

export const Role = v.picklist(['host', 'cohost', 'moderator', 'speaker', 'participant'])
export type Role = v.InferOutput<typeof Role>

/** The roles that can be given in the room; nobody becomes host. [ROLE-5] */
export const GivenRole = v.picklist(['cohost', 'moderator', 'speaker', 'participant'])
export type GivenRole = v.InferOutput<typeof GivenRole>

/** What a person may do or not, beside the role. [PERMISSION-1] */
export const Permission = v.picklist([
  'shareScreen',
  'presentContent',
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

/** The most that a stage can hold. [MODE-4] */
export const STAGE_MAX = 49

export const StageAccess = v.picklist(['everyone', 'request', 'invite'])
export type StageAccess = v.InferOutput<typeof StageAccess>

/** What one can show without a word. [REACT-1] */
export const Reaction = v.picklist(['clap', 'heart', 'think', 'wow', 'smile'])
export type Reaction = v.InferOutput<typeof Reaction>

/** How many there were of each reaction. */
export const Reactions = v.partial(
  v.object(v.entriesFromList(Reaction.options, v.pipe(v.number(), v.integer(), v.minValue(1)))),
)
export type Reactions = v.InferOutput<typeof Reactions>

/** A hand says what for: to speak, or to join the stage. Both stand in one queue. [HAND-1] */
export const HandPurpose = v.picklist(['speak', 'stage'])
export type HandPurpose = v.InferOutput<typeof HandPurpose>

/** What somebody has who is up, by LiveKit's names. */
export const Source = v.picklist(['microphone', 'camera'])
export type Source = v.InferOutput<typeof Source>

/** What is published of a shared screen, by LiveKit's names. */
export const SCREEN_SOURCES = ['screen_share', 'screen_share_audio'] as const
export type ScreenSource = (typeof SCREEN_SOURCES)[number]

/** Whether a person can turn something on. `free`: let off, by name, from a lock of all. [LOCK-3] */
export const Lock = v.picklist(['none', 'locked', 'free'])
export type Lock = v.InferOutput<typeof Lock>

export const TrackKind = v.picklist(['audio', 'video'])
export type TrackKind = v.InferOutput<typeof TrackKind>
