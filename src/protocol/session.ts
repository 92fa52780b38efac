import * as v from 'valibot'
import { bare, command, event } from './shapes.ts'
import { Retained, Removal, Sizes } from './views.ts'
import { Id, RoomMode, STAGE_MAX, StageAccess } from './types.ts'

export const StageSize = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STAGE_MAX))

/** What a session begins with. `waitingRoom`: newcomers wait. `chat`: everybody may write; else it is paused. */
export const SessionSettings = v.object({
  mode: RoomMode,
  access: StageAccess,
  stageSize: StageSize,
  reactions: v.boolean(),
  /** Whether hands are raised to speak; templates of before do not say. [HAND-9] */
  hands: v.optional(v.boolean(), true),
  chat: v.boolean(),
  privateChat: v.boolean(),
  waitingRoom: v.boolean(),
})
export type SessionSettings = v.InferOutput<typeof SessionSettings>

/**
 * What was set outside of sessions for those to come. The first three hold for each; `access` is null where it is that of the mode. `next`
 * holds for the first session after `at` (ms since 1970); from then on what is changed in sessions lasts. [ROOM-3]
 */
export const RoomStart = v.object({
  access: v.nullable(StageAccess),
  waitingRoom: v.boolean(),
  chat: v.boolean(),
  next: v.partial(v.pick(SessionSettings, ['mode', 'stageSize', 'reactions', 'hands', 'privateChat'])),
  at: v.number(),
})
export type RoomStart = v.InferOutput<typeof RoomStart>

/** The commands about the session as a whole. */
export const sessionCommands = [
  bare('endSession'),
  /** Deletes the room with all that is in it, for everybody. [KEEP-5] */
  bare('deleteRoom'),
  command('setMode', { mode: RoomMode }),
  command('setStageSize', { size: StageSize }),
  command('setAccess', { access: StageAccess }),
] as const

/** The session begins, ends, and has its settings changed. Defaults are for logs that were written before the field existed. */
export const sessionEvents = [
  event('sessionStarted', {
    session: Id,
    room: Id,
    name: v.string(),
    mode: RoomMode,
    access: StageAccess,
    stageSize: v.number(),
    /** How long it lasts without a moderator, in ms; 0 for ever. */
    patience: v.optional(v.number(), 0),
    /** The stage sizes of the two modes. */
    sizes: v.optional(Sizes, { interactive: 25, webinar: 10 }),
    /** Whether reactions are on. */
    reactions: v.optional(v.boolean(), true),
    /** Whether hands are raised to speak. [HAND-9] */
    handsOn: v.optional(v.boolean(), true),
    /** Whether private messages are on. [CHAT-10] */
    privateChat: v.optional(v.boolean(), true),
    /** Whether newcomers wait from the beginning, and whether the chat is paused. [ROOM-3] */
    locked: v.optional(v.boolean(), false),
    chatPaused: v.optional(v.boolean(), false),
    /** What the room retains of people from the session before. */
    removed: v.optional(v.array(Removal), []),
    kept: v.optional(v.array(v.object({ person: Id, ...Retained.entries })), []),
  }),
  /** `peak`: the most people who were inside at the same time. [END-2] */
  event('sessionEnded', { by: v.nullable(Id), peak: v.optional(v.number(), 0) }),
  event('modeSet', { mode: RoomMode, access: StageAccess, stageSize: v.number(), by: Id }),
  event('stageSizeSet', { size: v.number(), by: Id }),
  event('accessSet', { access: StageAccess, by: Id }),
  event('endWarned', { endsAt: v.number() }),
  /** The time for which the session was planned is over; `end`: when it was. [SCHEDULE-10] */
  event('timeOver', { end: v.number() }),
] as const
