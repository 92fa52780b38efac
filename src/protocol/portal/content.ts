import * as v from 'valibot'
import { Id } from '../types.ts'

/** The longest name of a file, in characters (code points), with its ending. [CONTENT-5] */
export const DOCUMENT_NAME_MAX = 120
/** How many files of one person are on their way at once. [CONTENT-4] */
export const UPLOADS_MAX = 5
/** How many files one window of a list has. [CONTENT-9] */
export const DOCUMENTS_WINDOW = 50

/** How a file is presented: page by page, as a picture, or played. */
export const DocumentKind = v.picklist(['slides', 'picture', 'film', 'sound'])
export type DocumentKind = v.InferOutput<typeof DocumentKind>

/** How far a file is on its way to the stage. `failed`: `reason` says why. */
export const DocumentState = v.picklist(['uploaded', 'converting', 'ready', 'failed'])
export type DocumentState = v.InferOutput<typeof DocumentState>

/** A file of a room. `type` is a media type; `at` when it came, in ms since 1970; `isOwn`: whether it is the asker's. */
export const Document = v.object({
  id: Id,
  name: v.string(),
  kind: DocumentKind,
  type: v.string(),
  bytes: v.number(),
  state: DocumentState,
  reason: v.nullable(v.string()),
  pages: v.nullable(v.number()),
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

/** POST /api/rooms/:room/documents/:id: gives a file another name. */
export const DocumentName = v.object({ name: v.pipe(v.string(), v.maxLength(4_000)) })
