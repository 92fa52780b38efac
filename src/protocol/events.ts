import * as v from 'valibot'
import { GivenRole, HandPurpose, Id, Lock, Role, RoomMode, Source, StageAccess } from './words.ts'
import { Mark, Quote, Slowness } from './messages.ts'
import { Custom, Kept, NOTHING_KEPT, PersonView, Removal, Sizes } from './views.ts'

const event = <T extends string, S extends v.ObjectEntries>(type: T, shape: S) =>
  v.strictObject({ type: v.literal(type), at: v.number(), ...shape })

/** Why somebody went off the stage, or out of the room. */
export const OffStage = v.picklist(['self', 'removed', 'made-room', 'foul'])
export const Gone = v.picklist(['self', 'gone'])
export const HandDown = v.picklist(['self', 'lowered', 'declined', 'on-stage'])
export const ShareEnd = v.picklist(['self', 'stopped', 'taken', 'rights', 'foul'])
export const InvitationEnd = v.picklist(['joined', 'declined', 'revoked'])

/**
 * Everything that can have happened in a session, in the words of the log. Each carries the time `at` in ms; `by` is who
 * did it. `met` is told and never stored: it introduces a person to somebody who had no need to know them.
 */
// The defaults are for logs of before there was such a thing.
export const Event = v.variant('type', [
  event('sessionStarted', {
    session: Id,
    room: Id,
    name: v.string(),
    mode: RoomMode,
    access: StageAccess,
    stageSize: v.number(),
    /** How long it goes on with nobody who runs it, in ms; 0 is for ever. */
    patience: v.optional(v.number(), 0),
    /** The stage sizes of the two modes. */
    sizes: v.optional(Sizes, { interactive: 25, webinar: 10 }),
    /** Whether one can react. */
    reactions: v.optional(v.boolean(), true),
    /** Whether one can write to one other. [CHAT-10] */
    privateChat: v.optional(v.boolean(), true),
    /** What the room keeps of people from the session before. */
    removed: v.optional(v.array(Removal), []),
    kept: v.optional(v.array(v.strictObject({ person: Id, ...Kept.entries })), []),
  }),
  /** `peak`: how many were inside at the same time, at the most. [END-2] */
  event('sessionEnded', { by: v.nullable(Id), peak: v.optional(v.number(), 0) }),
  /** `page`: where; others are not told. */
  event('joined', {
    person: Id,
    name: v.string(),
    role: Role,
    kept: v.optional(Kept, NOTHING_KEPT),
    page: v.optional(v.string(), ''),
  }),
  event('left', { person: Id, why: Gone }),
  event('pageSeen', { person: Id, page: Id }),
  event('nameChanged', { person: Id, name: v.string(), was: v.string() }),
  event('connectionLost', { person: Id, until: v.number() }),
  event('everyConnectionLost', { until: v.number() }),
  event('cameBack', { person: Id }),
  event('cameOnStage', {
    person: Id,
    microphone: v.boolean(),
    camera: v.boolean(),
    by: v.optional(v.nullable(Id), null),
  }),
  event('cameToWings', { person: Id, microphone: v.boolean(), camera: v.boolean() }),
  event('leftStage', { person: Id, why: OffStage, by: v.nullable(Id) }),
  event('microphoneTurned', { person: Id, on: v.boolean(), by: v.nullable(Id) }),
  event('cameraTurned', { person: Id, on: v.boolean(), by: v.nullable(Id) }),
  event('shareStarted', { person: Id, sound: v.boolean() }),
  event('shareEnded', { person: Id, why: ShareEnd, by: v.nullable(Id) }),
  event('handRaised', { person: Id, purpose: HandPurpose, order: v.number(), first: v.optional(v.boolean(), false) }),
  event('reasonGiven', { person: Id, reason: v.string() }),
  event('handMoved', { person: Id, order: v.number(), first: v.optional(v.boolean()), by: Id }),
  event('handsCleared', { by: Id }),
  event('spoke', { person: Id }),
  event('modeSet', { mode: RoomMode, access: StageAccess, stageSize: v.number(), by: Id }),
  event('stageSizeSet', { size: v.number(), by: Id }),
  event('mainCameraSet', { person: Id, on: v.boolean(), by: Id }),
  event('reactionsSet', { on: v.boolean(), by: Id }),
  event('handLowered', { person: Id, why: HandDown, by: v.nullable(Id) }),
  event('invited', { person: Id, by: Id, hold: v.optional(v.boolean(), false) }),
  event('invitationClosed', { person: Id, why: InvitationEnd, by: v.nullable(Id) }),
  event('accessSet', { access: StageAccess, by: Id }),
  /** `by` is null where an invite link gave it. */
  event('roleSet', { person: Id, role: GivenRole, was: Role, by: v.nullable(Id) }),
  event('chatModeratorSet', { person: Id, on: v.boolean(), by: Id }),
  event('permissionsSet', { person: Id, custom: Custom, by: Id }),
  event('lockSet', { person: Id, source: Source, lock: Lock, by: Id }),
  event('allLockSet', { source: Source, on: v.boolean(), by: Id }),
  event('askedToUnmute', { person: Id, by: Id }),
  event('removed', { person: Id, name: v.string(), lasting: v.boolean(), by: Id }),
  event('removalLifted', { person: Id, by: Id }),
  event('roomLocked', { on: v.boolean(), by: Id }),
  event('waiting', { person: Id, name: v.string(), role: Role, page: v.optional(v.string(), '') }),
  event('admitted', { person: Id, by: Id }),
  event('entryDeclined', { person: Id, by: Id }),
  event('stoppedWaiting', { person: Id, why: Gone }),
  event('endWarned', { endsAt: v.number() }),
  /** `to`: privately, and numbered among the private ones; `toName` is empty otherwise. `key`: under which it was sent. */
  event('messageWritten', {
    person: Id,
    name: v.string(),
    role: Role,
    chatModerator: v.boolean(),
    to: v.nullable(Id),
    toName: v.string(),
    n: v.number(),
    text: v.string(),
    quote: v.nullable(Quote),
    key: v.optional(v.nullable(Id), null),
  }),
  /** `likes`: how many it has with this one. */
  event('messageLiked', { person: Id, n: v.number(), on: v.boolean(), likes: v.number() }),
  /** `person` is who wrote it; `to`: privately. */
  event('messageDeleted', { person: Id, to: v.nullable(Id), n: v.number(), by: Id }),
  event('messagePinned', { person: Id, n: v.number(), name: v.string(), text: v.string(), by: Id }),
  event('messageUnpinned', { by: Id }),
  event('chatBlocked', { person: Id, name: v.string(), by: Id }),
  event('chatUnblocked', { person: Id, by: Id }),
  event('chatCleared', { by: Id }),
  event('chatPaused', { on: v.boolean(), by: Id }),
  event('slowModeSet', { seconds: Slowness, by: Id }),
  event('privateChatSet', { on: v.boolean(), by: Id }),
  event('feedbackGiven', { person: Id, name: v.string(), mark: Mark, text: v.string() }),
  /** Told and never stored: how many like a message, however many of them at once. [CHAT-5] */
  event('likesCounted', { n: v.number(), likes: v.number() }),
  event('met', { person: PersonView }),
])
export type Event = v.InferOutput<typeof Event>
export type Told<T extends Event['type']> = Extract<Event, { type: T }>
