import * as v from 'valibot'
import { Id } from '../types.ts'

/** The longest name of a file, in characters (code points), with its ending. [CONTENT-5] */
export const DOCUMENT_NAME_MAX = 120
/** How many files of one person are on their way at once. [CONTENT-4] */
export const UPLOADS_MAX = 5
/** The longest captions that are read at all, in UTF-16 code units. */
const CAPTIONS_TYPED_MAX = 1_500_000
/** How many files one window of a list has. [CONTENT-9] */
export const DOCUMENTS_WINDOW = 50

/** How a file is presented: page by page, as a picture, or played. */
export const DocumentKind = v.picklist(['slides', 'picture', 'film', 'sound'])
export type DocumentKind = v.InferOutput<typeof DocumentKind>

/** How far a file is on its way to the stage. `failed`: `reason` says why. */
export const DocumentState = v.picklist(['uploaded', 'converting', 'ready', 'failed'])
export type DocumentState = v.InferOutput<typeof DocumentState>

/** Why a file cannot be shown. [CONVERT-1] [CONVERT-4] */
export const DocumentFault = v.picklist([
  'password',
  'broken',
  'too-large',
  'too-many-pages',
  'too-slow',
  'no-office',
  'no-ffmpeg',
  'no-picture',
  'not-supported',
  'disk-full',
  'aborted',
])
export type DocumentFault = v.InferOutput<typeof DocumentFault>

/**
 * A file of a room. `type` is a media type; `at` when it came, in ms since 1970; `isOwn`: whether it is the asker's. Of its `pages`, known from
 * the first on, so many are `ready` to be shown; of a film or sound one.
 */
export const Document = v.object({
  id: Id,
  name: v.string(),
  kind: DocumentKind,
  type: v.string(),
  bytes: v.number(),
  state: DocumentState,
  reason: v.nullable(DocumentFault),
  pages: v.nullable(v.number()),
  ready: v.number(),
  hasCaptions: v.optional(v.boolean(), false),
  at: v.number(),
  isOwn: v.boolean(),
})
export type Document = v.InferOutput<typeof Document>

/** What a list of files is in order of. */
export const DocumentSort = v.picklist(['name', 'at', 'bytes'])
export type DocumentSort = v.InferOutput<typeof DocumentSort>

/** GET /api/rooms/:room/documents?…: a window of the own files, or of all of the room. `from`: how many of the list come before it. */
export const DocumentsAsked = v.object({
  whose: v.optional(v.picklist(['mine', 'room']), 'mine'),
  search: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
  sort: v.optional(DocumentSort, 'at'),
  order: v.optional(v.picklist(['up', 'down']), 'down'),
  from: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)), '0'),
})
export type DocumentsAsked = v.InferOutput<typeof DocumentsAsked>
/** `next`: from where the window after this goes on, null for the last. `used` and `most` are bytes: of all files of the room, and how many may be. */
export const Documents = v.object({
  documents: v.array(Document),
  next: v.nullable(v.number()),
  used: v.number(),
  most: v.number(),
})
export type Documents = v.InferOutput<typeof Documents>

/** The widths in pixels in which a page can be asked for. [CONVERT-6] */
export const PAGE_WIDTHS = [640, 1280, 1920, 2880] as const

/** A chapter: its title, how deep it stands (0 is the top), and the page where it begins. */
const Chapter = v.object({ title: v.string(), depth: v.number(), page: v.number() })

/**
 * GET /api/rooms/:room/content/:document/about: what a file is made of. `pages`: their sizes in the document's own units, as far as they are
 * made; of a film or sound none. `notes`: the presenter's, one for each page, for who may present; none for others.
 */
export const ContentAbout = v.object({
  pages: v.array(v.object({ width: v.number(), height: v.number() })),
  title: v.nullable(v.string()),
  chapters: v.array(Chapter),
  notes: v.array(v.string()),
  hasPoster: v.boolean(),
  hasCaptions: v.optional(v.boolean(), false),
})
export type ContentAbout = v.InferOutput<typeof ContentAbout>

/** A place on a page, from the left and the top, as fractions of its width and height. */
const Box = { x: v.number(), y: v.number(), width: v.number(), height: v.number() }

/** GET …/pages/:page/text: what is written on a page, line by line as it is read, and where its links lead. [CONVERT-7] [CONVERT-8] */
export const PageText = v.object({
  lines: v.array(v.object({ ...Box, text: v.string(), direction: v.picklist(['ltr', 'rtl']) })),
  links: v.array(v.union([v.object({ ...Box, to: v.string() }), v.object({ ...Box, page: v.number() })])),
})
export type PageText = v.InferOutput<typeof PageText>

/** Where what is presented is fetched: `about`, `pages/N/WIDTH`, `pages/N/text`, `film`, `poster`. */
export const contentPath = (room: string, document: string) => `/api/rooms/${room}/content/${document}`

/** POST /api/rooms/:room/documents/:id/captions: the captions of a film, as WebVTT. [FILM-3] */
export const NewCaptions = v.object({ text: v.pipe(v.string(), v.maxLength(CAPTIONS_TYPED_MAX)) })

/** POST /api/rooms/:room/documents/:id: gives a file another name. */
export const DocumentName = v.object({ name: v.pipe(v.string(), v.maxLength(4_000)) })
