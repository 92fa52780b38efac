import * as v from 'valibot'
import { Id } from '../types.ts'
import { PAGES_MAX } from './content.ts'

/** The most pages of a whiteboard, and elements of a page, also deleted ones. [BOARD-2] */
export const BOARD_PAGES_MAX = 20
export const ELEMENTS_MAX = 3_000
/** The largest element, as JSON, in UTF-16 code units: a stroke of some thousand points. */
export const ELEMENT_MAX = 64_000
/** All that is on a board, as JSON, in UTF-16 code units; and how many boards a room keeps. */
export const BOARD_MAX = 8_000_000
export const BOARDS_MAX = 50
/** The largest request with what was drawn, in bytes. */
export const DRAWN_BYTES_MAX = 400_000

/** What can be drawn, by Excalidraw's names. Pictures and embedded pages are not among it. */
export const ElementType = v.picklist(['rectangle', 'diamond', 'ellipse', 'line', 'arrow', 'freedraw', 'text', 'frame'])

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
/** A place or a length on a board, and the furthest. */
export const FAR = 1_000_000
export const Far = v.pipe(v.number(), v.minValue(-FAR), v.maxValue(FAR))

/**
 * An element as Excalidraw has it; what it is made of besides is looked at when it comes (`drawn.ts`). The later `version` counts, and of two alike the
 * lower `versionNonce`. `index` says where in the order of drawing it stands.
 */
export const BoardElement = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  type: ElementType,
  version: Whole,
  versionNonce: Whole,
  isDeleted: v.boolean(),
  index: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
  x: Far,
  y: Far,
  link: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2_000))), null),
})
export type BoardElement = v.InferOutput<typeof BoardElement>

/**
 * POST /api/rooms/:room/whiteboards: the room's last one, to be presented again, or a new one under a name where it has none or `fresh` says so. The
 * answer is its id.
 */
export const NewBoard = v.object({
  name: v.pipe(v.string(), v.maxLength(4_000)),
  fresh: v.optional(v.boolean(), false),
})
export const BoardMade = v.object({ board: Id, pages: v.number() })

/**
 * GET …/whiteboards/:board/pages/:page: all that is drawn there, deleted elements too. Of a file that is presented `board` is its own id: the
 * layer over it.
 */
export const BoardPageState = v.object({ elements: v.array(BoardElement) })
export type BoardPageState = v.InferOutput<typeof BoardPageState>

/** POST …/whiteboards/:board/pointer: where one points, in the board's own units; with `laser` it leaves a trail. */
export const Pointed = v.object({
  page: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGES_MAX)),
  x: Far,
  y: Far,
  laser: v.boolean(),
})

/** What came onto a page since the last such frame, and where others point. [BOARD-4] */
export const boardFrames = [
  v.object({ type: v.literal('drawn'), board: Id, page: v.number(), elements: v.array(BoardElement) }),
  v.object({
    type: v.literal('pointed'),
    board: Id,
    pointers: v.array(v.object({ ...Pointed.entries, person: Id, name: v.string() })),
  }),
] as const
