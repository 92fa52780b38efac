import type { Chapter, Page } from '../convert/converted.ts'
import { LARGE, WIDTHS, type Width } from '../convert/converted.ts'

/** What was made of a file, as its row has it; times in ms. `pages` are in order, as far as they are made. */
export type Made =
  | { kind: 'pages'; pages: Page[]; title: string | null; chapters: Chapter[]; notes: string[] }
  | { kind: 'film'; type: string; durationMs: number | null; hasPoster: boolean }
  | { kind: 'sound'; type: string; durationMs: number | null }

/** Under which keys what was made of a file is kept. */
export const pageKey = (file: string, page: number, width: Width) => `${file}-${page}-${width}`
export const textKey = (file: string, page: number) => `${file}-${page}-text`
export const mediaKey = (file: string) => `${file}-media`
export const posterKey = (file: string) => `${file}-poster`
export const captionsKey = (file: string) => `${file}-captions`

/** All the keys that a file of so many pages may have. */
export function* keysOf(file: string, pages: number): Generator<string[]> {
  yield [mediaKey(file), posterKey(file), captionsKey(file)]
  for (let page = 1; page <= pages; page += 1)
    yield [textKey(file, page), ...([...WIDTHS, LARGE] as const).map((width) => pageKey(file, page, width))]
}
