import * as z from 'zod/mini'
import { GivenRole, HandPurpose, Id, Lock, Role, RoomMode, Source, StageAccess } from './words.ts'
import { Custom, Kept, NOTHING_KEPT, PersonView, Removal, Sizes } from './views.ts'

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), at: z.number(), ...shape })

/** Why somebody went off the stage, or out of the room. */
export const OffStage = z.enum(['self', 'removed', 'made-room', 'foul'])
export const Gone = z.enum(['self', 'gone'])
export const HandDown = z.enum(['self', 'lowered', 'declined', 'on-stage'])
export const ShareEnd = z.enum(['self', 'stopped', 'taken', 'rights', 'foul'])
export const InvitationEnd = z.enum(['joined', 'declined', 'revoked'])

/**
 * Everything that can have happened in a session, in the words of the log. Each carries the time `at` in ms; `by` is who
 * did it. `met` is the one that is told and never stored: it introduces a person to somebody who had no need to know them.
 */
// The defaults are for logs of before there was such a thing.
export const Event = z.discriminatedUnion('type', [
  event('sessionStarted', {
    session: Id,
    room: Id,
    name: z.string(),
    mode: RoomMode,
    access: StageAccess,
    stageSize: z.number(),
    /** How long it goes on with nobody who runs it, in ms; 0 is for ever. */
    patience: z.prefault(z.number(), 0),
    /** The stage sizes of the two modes. */
    sizes: z.prefault(Sizes, { interactive: 25, webinar: 10 }),
    /** Whether one can react. */
    reactions: z.prefault(z.boolean(), true),
    /** What the room keeps of people from the session before. */
    removed: z.prefault(z.array(Removal), []),
    kept: z.prefault(z.array(z.strictObject({ person: Id, ...Kept.shape })), []),
  }),
  event('sessionEnded', { by: z.nullable(Id) }),
  event('joined', { person: Id, name: z.string(), role: Role, kept: z.prefault(Kept, NOTHING_KEPT) }),
  event('left', { person: Id, why: Gone }),
  event('pageSeen', { person: Id, page: Id }),
  event('connectionLost', { person: Id, until: z.number() }),
  event('everyConnectionLost', { until: z.number() }),
  event('cameBack', { person: Id }),
  event('cameOnStage', {
    person: Id,
    microphone: z.boolean(),
    camera: z.boolean(),
    by: z.prefault(z.nullable(Id), null),
  }),
  event('cameToWings', { person: Id, microphone: z.boolean(), camera: z.boolean() }),
  event('leftStage', { person: Id, why: OffStage, by: z.nullable(Id) }),
  event('microphoneTurned', { person: Id, on: z.boolean(), by: z.nullable(Id) }),
  event('cameraTurned', { person: Id, on: z.boolean(), by: z.nullable(Id) }),
  event('shareStarted', { person: Id, sound: z.boolean() }),
  event('shareEnded', { person: Id, why: ShareEnd, by: z.nullable(Id) }),
  event('handRaised', { person: Id, purpose: HandPurpose, order: z.number(), first: z.prefault(z.boolean(), false) }),
  event('reasonGiven', { person: Id, reason: z.string() }),
  event('handMoved', { person: Id, order: z.number(), by: Id }),
  event('handsCleared', { by: Id }),
  event('spoke', { person: Id }),
  event('modeSet', { mode: RoomMode, access: StageAccess, stageSize: z.number(), by: Id }),
  event('stageSizeSet', { size: z.number(), by: Id }),
  event('reactionsSet', { on: z.boolean(), by: Id }),
  event('handLowered', { person: Id, why: HandDown, by: z.nullable(Id) }),
  event('invited', { person: Id, by: Id, hold: z.prefault(z.boolean(), false) }),
  event('invitationClosed', { person: Id, why: InvitationEnd, by: z.nullable(Id) }),
  event('accessSet', { access: StageAccess, by: Id }),
  event('roleSet', { person: Id, role: GivenRole, was: Role, by: Id }),
  event('chatModeratorSet', { person: Id, on: z.boolean(), by: Id }),
  event('permissionsSet', { person: Id, custom: Custom, by: Id }),
  event('lockSet', { person: Id, source: Source, lock: Lock, by: Id }),
  event('allLockSet', { source: Source, on: z.boolean(), by: Id }),
  event('askedToUnmute', { person: Id, by: Id }),
  event('removed', { person: Id, name: z.string(), lasting: z.boolean(), by: Id }),
  event('removalLifted', { person: Id, by: Id }),
  event('roomLocked', { on: z.boolean(), by: Id }),
  event('waiting', { person: Id, name: z.string(), role: Role }),
  event('admitted', { person: Id, by: Id }),
  event('entryDeclined', { person: Id, by: Id }),
  event('stoppedWaiting', { person: Id, why: Gone }),
  event('endWarned', { endsAt: z.number() }),
  event('met', { person: PersonView }),
])
export type Event = z.infer<typeof Event>
export type Told<T extends Event['type']> = Extract<Event, { type: T }>
