import * as v from 'valibot'
import { bare, command, event } from './shapes.ts'
import { Retained, Removal, Sizes } from './views.ts'
import { Id, RoomMode, STAGE_MAX, StageAccess } from './types.ts'

/** The commands about the session as a whole. */
export const sessionCommands = [
  bare('endSession'),
  /** Deletes the room with all that is in it, for everybody. [KEEP-5] */
  bare('deleteRoom'),
  command('setMode', { mode: RoomMode }),
  command('setStageSize', { size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STAGE_MAX)) }),
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
    /** Whether private messages are on. [CHAT-10] */
    privateChat: v.optional(v.boolean(), true),
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
] as const
