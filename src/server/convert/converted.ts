import * as v from 'valibot'
import { DocumentFault, PAGE_WIDTHS } from '../../protocol/portal/content.ts'

/** Why a file is not shown. */
export type Refusal = DocumentFault

/** Widths in pixels in which every page is drawn at once; `LARGE` is drawn when it is asked for. */
export const WIDTHS = [PAGE_WIDTHS[0], PAGE_WIDTHS[1], PAGE_WIDTHS[2]] as const
export const [, , , LARGE] = PAGE_WIDTHS
export type Width = (typeof WIDTHS)[number] | typeof LARGE

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16_384))
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A drawn page as WebP: the width it was asked for, by which its file is named, what it became, in pixels, and its bytes. */
const Rendition = v.object({ asked: v.picklist([...WIDTHS, LARGE]), width: Pixels, height: Pixels, bytes: Bytes })
export type Rendition = v.InferOutput<typeof Rendition>

const PageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000))

/** A page: its number from 1, its size in the document's own units (points, or pixels of a picture), and how it was drawn. */
const Page = v.object({
  number: PageNumber,
  width: v.pipe(v.number(), v.minValue(0)),
  height: v.pipe(v.number(), v.minValue(0)),
  renditions: v.array(Rendition),
})
export type Page = v.InferOutput<typeof Page>

/** A chapter: its title, how deep it stands (0 is the top), and the page where it begins. */
const Chapter = v.object({
  title: v.pipe(v.string(), v.maxLength(200)),
  depth: v.pipe(v.number(), v.integer(), v.minValue(0)),
  page: PageNumber,
})
export type Chapter = v.InferOutput<typeof Chapter>

const Document = v.object({
  title: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  chapters: v.pipe(v.array(Chapter), v.maxLength(500)),
})

/** Letters of a presenter's notes for one page. */
export const NOTE_MAX = 5_000

/** What a worker says, a line each: its pages one by one, and how it ended. */
export const Said = v.union([
  v.object({ page: Page, of: PageNumber }),
  v.object({ notes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(NOTE_MAX))), v.maxLength(1_000)) }),
  v.object({ done: Document }),
  v.object({ refused: DocumentFault }),
])
export type Said = v.InferOutput<typeof Said>

/** Where a page's picture and its text are within the folder of a conversion. */
export const renditionFile = (page: number, asked: Width) => `${page}-${asked}.webp`
export const textFile = (page: number) => `${page}.json`

/** What became of a file: pages, or a film or sound under `file`, whose `poster` is a picture beside it; times in ms. */
export type Converted =
  | { kind: 'pages'; pages: Page[]; title: string | null; chapters: Chapter[]; notes: string[] }
  | {
      kind: 'film'
      file: string
      type: string
      duration: number | null
      width: number | null
      height: number | null
      poster: string | null
    }
  | { kind: 'sound'; file: string; type: string; duration: number | null }
  | { kind: 'refused'; reason: Refusal }

/** A refusal, as what became of a file. */
export const refused = (reason: Refusal): Converted => ({ kind: 'refused', reason })
