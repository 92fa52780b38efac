import * as v from 'valibot'
import { DocumentKind } from '../portal/content.ts'
import { about, command, event } from '../shapes.ts'
import { Id } from '../types.ts'

/** The most pages of a document. [CONVERT-4] */
export const PAGES_MAX = 1_000
/** A film lasts at most this long, in ms. */
export const FILM_MAX_MS = 24 * 3_600_000
/** How far a picture is brought nearer at most. */
export const ZOOM_MAX = 8

const PageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGES_MAX))
const Position = v.pipe(v.number(), v.minValue(0), v.maxValue(FILM_MAX_MS))
const Fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What can be presented: a file of any kind, or a whiteboard. */
export const ContentKind = v.picklist([...DocumentKind.options, 'whiteboard'])
export type ContentKind = v.InferOutput<typeof ContentKind>

/**
 * A file or whiteboard as it is presented; only the server says it. `pages` of slides, pictures and whiteboards, `durationMs` of films and
 * sound where it is known.
 */
export const ContentItem = v.object({
  document: Id,
  kind: ContentKind,
  name: v.string(),
  pages: v.nullable(v.number()),
  durationMs: v.nullable(v.number()),
})
export type ContentItem = v.InferOutput<typeof ContentItem>

/** How far a film or sound is: at `positionMs` when it was `at` in the session's time; it moves on from there while it is `playing`. */
export const Playback = v.object({ playing: v.boolean(), positionMs: v.number(), at: v.number() })
export type Playback = v.InferOutput<typeof Playback>

/** What of a picture is shown: how near, and which point of it is in the middle, as fractions of its width and height. */
export const Zoom = v.object({
  scale: v.pipe(v.number(), v.minValue(1), v.maxValue(ZOOM_MAX)),
  x: Fraction,
  y: Fraction,
})
export type Zoom = v.InferOutput<typeof Zoom>

/** What is presented: by whom, since when, and where in it everybody is. `furthest` is the last page that everybody was shown. */
export const Content = v.object({
  person: Id,
  at: v.number(),
  item: ContentItem,
  page: v.number(),
  furthest: v.number(),
  playback: v.nullable(Playback),
  zoom: v.nullable(Zoom),
})
export type Content = v.InferOutput<typeof Content>

/** The commands of presenting. `document` says what they are about, so that one that comes late changes nothing of what came after. */
export const contentCommands = [
  /** `instead`: whose share or content one takes over, if somebody has the main place. [PRESENT-3] */
  command('presentContent', { document: Id, page: PageNumber, instead: v.nullable(Id) }),
  command('turnPage', { document: Id, page: PageNumber }),
  /** Plays, pauses and seeks. */
  command('playContent', { document: Id, playing: v.boolean(), positionMs: Position }),
  command('zoomContent', { document: Id, zoom: v.nullable(Zoom) }),
  about('stopContent'),
] as const

/** Why it ended; `gone`: the file is deleted. */
export const ContentEnd = v.picklist(['self', 'stopped', 'taken', 'rights', 'gone'])

/** Content is presented. `by` is who did it, whoever presents. */
export const contentEvents = [
  event('contentPresented', { person: Id, item: ContentItem, page: v.number() }),
  event('pageTurned', { person: Id, page: v.number(), by: Id }),
  event('contentPlayed', { person: Id, playing: v.boolean(), positionMs: v.number(), by: Id }),
  event('contentZoomed', { person: Id, zoom: v.nullable(Zoom), by: Id }),
  event('contentEnded', { person: Id, why: ContentEnd, by: v.nullable(Id) }),
] as const
