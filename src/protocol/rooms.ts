import * as v from 'valibot'
import { SessionSettings } from './session.ts'
import { Schedule, SchedulePhase } from './schedule.ts'
import { Id, Role } from './types.ts'

/** The largest body of these routes, in bytes: a description, and what belongs to it. */
export const DETAILS_BODY_MAX = 65_536
/** The longest description, tag and waiting text, in characters (code points), and the most tags. [ROOM-5] */
export const DESCRIPTION_MAX = 5_000
export const TAG_MAX = 40
export const TAGS_MAX = 10
export const WAITING_TEXT_MAX = 300
/** The longest early entrance, in minutes. */
export const EARLY_MAX = 120

/** The look of a room. `accent`: `#rrggbb`. `leaveTo`: where one goes after leaving, an http(s) address. Empty where nothing is set. */
export const Brand = v.object({ accent: v.string(), waitingText: v.string(), leaveTo: v.string() })
export type Brand = v.InferOutput<typeof Brand>

/** The largest file of a picture that is taken, in bytes. [PICTURE-1] */
export const PICTURE_BYTES_MAX = 5_000_000
/** What a file of a picture may be; a server looks into it, whatever it is called. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] as const

/** Which picture of a room: of what it is about, whose it is, or what is shown to who waits. */
export const RoomPlace = v.picklist(['picture', 'logo', 'waiting'])
export type RoomPlace = v.InferOutput<typeof RoomPlace>

/** The address of a picture on this server, a path; null where there is none. */
export const PicturePath = v.nullable(v.string())
export type PicturePath = v.InferOutput<typeof PicturePath>

/** The pictures of a room. */
export const RoomPictures = v.object({ picture: PicturePath, logo: PicturePath, waiting: PicturePath })
export type RoomPictures = v.InferOutput<typeof RoomPictures>

/** POST /api/rooms/:room/pictures/:place and /api/account/picture, whose body is the file: where the picture is now. */
export const PictureKept = v.object({ path: v.string() })
export type PictureKept = v.InferOutput<typeof PictureKept>

const About = {
  name: v.string(),
  /** As typed, with the marks of Markdown that are known. [ROOM-4] */
  description: v.string(),
  tags: v.array(v.string()),
  /** How many minutes before its time whoever comes may enter. */
  early: v.number(),
  brand: Brand,
  /** When it is held; null where it is always open. */
  schedule: v.optional(v.nullable(Schedule), null),
}

/** What a room is set to. */
export const RoomForm = v.object({ ...About, settings: SessionSettings })
export type RoomForm = v.InferOutput<typeof RoomForm>

/**
 * GET /api/rooms/:room/details: for who may edit the room. `version` grows with each change. `archivedAt`: ms since 1970, null while it is
 * not archived.
 */
export const RoomDetails = v.object({
  ...RoomForm.entries,
  room: Id,
  version: v.number(),
  host: v.string(),
  role: Role,
  isLive: v.boolean(),
  archivedAt: v.nullable(v.number()),
  pictures: RoomPictures,
})
export type RoomDetails = v.InferOutput<typeof RoomDetails>

/** POST /api/rooms/:room/details: of the settings, those that were touched. `version`: the one that was changed. [ROOM-7] */
export const RoomChange = v.object({
  ...About,
  // A size that is none is answered with a sentence.
  settings: v.partial(v.object({ ...SessionSettings.entries, stageSize: v.number() })),
  version: v.number(),
})
export type RoomChange = v.InferOutput<typeof RoomChange>

/** The refusal of a change of what is not there any more, with what is there now. [ROOM-7] */
export const ChangedMeanwhile = v.object({ refusal: v.literal('changed-meanwhile'), now: RoomDetails })
export type ChangedMeanwhile = v.InferOutput<typeof ChangedMeanwhile>

/**
 * When a room with a schedule is held. `now`: the server's clock, in ms. `calendar`: where it can be taken into a calendar, null after the
 * last time.
 */
export const Timing = v.object({
  now: v.number(),
  phase: SchedulePhase,
  calendar: v.nullable(v.object({ file: v.string(), google: v.string(), outlook: v.string() })),
})
export type Timing = v.InferOutput<typeof Timing>

/** GET /api/rooms/:room/about: what everybody with the room's address may know. `html`: the description, safe to be put into a page. */
export const RoomAbout = v.object({
  name: v.string(),
  html: v.string(),
  tags: v.array(v.string()),
  brand: Brand,
  pictures: RoomPictures,
  timing: v.nullable(Timing),
  /** Who speaks: the host, and whoever was named a speaker and has an account. */
  speakers: v.array(v.object({ name: v.string(), role: v.picklist(['host', 'speaker']) })),
})
export type RoomAbout = v.InferOutput<typeof RoomAbout>

/** POST /api/rooms/:room/archive */
export const Archiving = v.object({ on: v.boolean() })

/** GET /api/my/templates: the newest first. */
export const Template = v.object({ id: Id, name: v.string(), form: RoomForm })
export const Templates = v.object({ templates: v.array(Template) })
export type Templates = v.InferOutput<typeof Templates>

/** POST /api/my/templates: keeps what a room is set to under a name, for new ones. */
export const NewTemplate = v.object({ name: v.string(), room: Id })
export const TemplateMade = v.object({ id: Id })
export type TemplateMade = v.InferOutput<typeof TemplateMade>

/** GET /api/rooms/:room/deletion: until when it can be undone, in ms since 1970, for who may; null for all others. [ROOM-8] */
export const Deletion = v.object({ undoUntil: v.nullable(v.number()) })
export type Deletion = v.InferOutput<typeof Deletion>

/** The most rooms in one answer. */
export const MY_ROOMS_MAX = 50

/** Which of one's rooms: those whose session runs, those with a time to come or none yet, all others; those put aside, and those deleted. */
export const MyView = v.picklist(['live', 'upcoming', 'past', 'archived', 'deleted'])
export type MyView = v.InferOutput<typeof MyView>

/** By what one has in them: as host or co-host, as moderator, or as anybody else. */
export const MyPart = v.picklist(['all', 'host', 'moderator', 'invited'])
export type MyPart = v.InferOutput<typeof MyPart>

/** GET /api/my/rooms. `before`: the `next` of the answer before. */
export const MyRoomsAsked = v.object({
  view: MyView,
  search: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
  mine: v.optional(MyPart, 'all'),
  before: v.optional(v.pipe(v.string(), v.maxLength(100))),
})
export type MyRoomsAsked = v.InferOutput<typeof MyRoomsAsked>

/** One of one's rooms. Times are in ms since 1970. */
export const MyRoom = v.object({
  room: Id,
  name: v.string(),
  role: Role,
  picture: PicturePath,
  tags: v.array(v.string()),
  waitingRoom: v.boolean(),
  early: v.number(),
  live: v.nullable(v.object({ since: v.number(), viewers: v.number(), onStage: v.number() })),
  /** The time that it has next, or now; and whether others follow in a row. */
  next: v.nullable(v.object({ start: v.number(), end: v.number() })),
  repeats: v.boolean(),
  /** When its last session ended; null before, and while one runs. */
  endedAt: v.nullable(v.number()),
  createdAt: v.number(),
  /** Since when it is put aside. */
  archivedAt: v.nullable(v.number()),
  /** Until when its deletion can be undone. [ROOM-8] */
  undoUntil: v.nullable(v.number()),
  /** How many have an invitation to it that works; 0 for who sees no invitations. [MINE-4] */
  invited: v.optional(v.number(), 0),
})
export type MyRoom = v.InferOutput<typeof MyRoom>

/** `next`: what to ask with for more, null where that is all. `now`: the server's clock. */
export const MyRooms = v.object({ rooms: v.array(MyRoom), next: v.nullable(v.string()), now: v.number() })
export type MyRooms = v.InferOutput<typeof MyRooms>

/** GET /api/my/calendar, and the answer to POST /api/my/calendar/renew: the secret address of the calendar of one's own sessions. [CALENDAR-8] */
export const CalendarFeed = v.object({ address: v.string() })
export type CalendarFeed = v.InferOutput<typeof CalendarFeed>
