import * as z from 'zod/mini'

/** Milliseconds since 1970, as the server's clock gives them. */
export type Millis = number

/**
 * 128 random bits in base64url; opaque, so it may be shown to the media engine and to everybody in the room. A page load
 * names itself with one too, so that a reconnecting page can be told from a new one.
 */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
export type PersonId = z.infer<typeof Id>
export type RoomId = z.infer<typeof Id>
export type SessionId = z.infer<typeof Id>

export const Role = z.enum(['host', 'cohost', 'moderator', 'speaker', 'participant'])
export type Role = z.infer<typeof Role>

/** The roles that can be given in the room; nobody becomes host. [ROLE-5] */
export const GivenRole = z.enum(['cohost', 'moderator', 'speaker', 'participant'])
export type GivenRole = z.infer<typeof GivenRole>

/** What a person may do or not, beside the role. [PERMISSION-1] */
export const Permission = z.enum([
  'shareScreen',
  'presentContent',
  'chat',
  'react',
  'raiseHand',
  'joinStage',
  'seeParticipants',
])
export type Permission = z.infer<typeof Permission>

/** The roles that an invite link can carry; nobody becomes host by a link. */
export const LinkRole = z.enum(['viewer', 'speaker', 'moderator'])
export type LinkRole = z.infer<typeof LinkRole>

export const RoomMode = z.enum(['interactive', 'webinar'])
export type RoomMode = z.infer<typeof RoomMode>

/** The most that a stage can hold. [MODE-4] */
export const STAGE_MAX = 49

export const StageAccess = z.enum(['everyone', 'request', 'invite'])
export type StageAccess = z.infer<typeof StageAccess>

/** What one can show without a word. [REACT-1] */
export const Reaction = z.enum(['clap', 'heart', 'think', 'wow', 'smile'])
export type Reaction = z.infer<typeof Reaction>

/** How many there were of each reaction. */
export const Reactions = z.partialRecord(Reaction, z.int().check(z.minimum(1)))
export type Reactions = z.infer<typeof Reactions>

/** A hand says what for: to speak, or to join the stage. Both stand in one queue. [HAND-1] */
export const HandPurpose = z.enum(['speak', 'stage'])
export type HandPurpose = z.infer<typeof HandPurpose>

/** What somebody has who is up, by LiveKit's names. */
export const Source = z.enum(['microphone', 'camera'])
export type Source = z.infer<typeof Source>

/** What is published of a shared screen, by LiveKit's names. */
export const SCREEN_SOURCES = ['screen_share', 'screen_share_audio'] as const
export type ScreenSource = (typeof SCREEN_SOURCES)[number]

/** Whether a person can turn something on. `free`: let off, by name, from a lock of all. [LOCK-3] */
export const Lock = z.enum(['none', 'locked', 'free'])
export type Lock = z.infer<typeof Lock>

export const TrackKind = z.enum(['audio', 'video'])
export type TrackKind = z.infer<typeof TrackKind>
