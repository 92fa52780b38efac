/** Draws the pages of a PDF and writes down their text; runs in a process of its own (`worker.ts`). */
import { createCanvas } from '@napi-rs/canvas'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as v from 'valibot'
import { LARGE, textFile, WIDTHS, type Page, type Width } from '../converted.ts'
import { writeRenditions, type Drawn } from '../renditions.ts'
import { GiveUp, say, working } from '../say.ts'
import { chaptersOf, linksOf, shortTitle } from './links.ts'
import { linesOf } from './page-text.ts'

/** A page alone, drawn as large as can be, or all of them. */
const PdfTold = v.object({ source: v.string(), out: v.string(), only: v.nullable(v.number()) })

const PDFJS = join(import.meta.dirname, '..', '..', '..', '..', 'node_modules', 'pdfjs-dist')
const PAGES_MAX = 1_000
// A page of 10,000 points, or one as long as a street, is drawn within these.
const HEIGHT_MAX = 6_000
const PIXELS_MAX = 12_000_000
const IMAGE_PIXELS_MAX = 60_000_000

await working(async () => {
  const told = v.parse(PdfTold, JSON.parse(process.argv[2] ?? ''))
  const document = await open(told.source)
  if (document.numPages > PAGES_MAX) throw new GiveUp('too-many-pages')
  if (told.only !== null) {
    await drawOne(document, told.only, [LARGE], told.out)
    say({ done: { title: null, chapters: [] } })
    return
  }
  for (let number = 1; number <= document.numPages; number++) await drawOne(document, number, WIDTHS, told.out)
  const { info } = await document.getMetadata()
  const title = 'Title' in info ? shortTitle(info.Title) : null
  say({ done: { title, chapters: await chaptersOf(document) } })
})

async function open(source: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(source))
  try {
    return await getDocument({
      data,
      // A folder's name ends with a stroke there.
      cMapUrl: `${join(PDFJS, 'cmaps')}/`,
      standardFontDataUrl: `${join(PDFJS, 'standard_fonts')}/`,
      wasmUrl: `${join(PDFJS, 'wasm')}/`,
      iccUrl: `${join(PDFJS, 'iccs')}/`,
      maxImageSize: IMAGE_PIXELS_MAX,
      enableXfa: false,
      verbosity: 0,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new GiveUp('password')
    if (error instanceof Error && error.name === 'InvalidPDFException') throw new GiveUp('broken')
    throw error
  }
}

async function drawOne(document: PDFDocumentProxy, number: number, widths: readonly Width[], out: string) {
  if (number > document.numPages) throw new GiveUp('broken')
  const page = await document.getPage(number)
  const renditions = await writeRenditions(number, await draw(page, widths), widths, out)
  const whole = page.getViewport({ scale: 1 })
  const told: Page = { number, width: whole.width, height: whole.height, renditions }
  if (!widths.includes(LARGE)) await writeText(document, page, out)
  page.cleanup()
  say({ page: told, of: document.numPages })
}

async function draw(page: PDFPageProxy, widths: readonly Width[]): Promise<Drawn> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(Math.max(...widths) / width, HEIGHT_MAX / height, Math.sqrt(PIXELS_MAX / (width * height)))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  await page.render({ canvas, viewport }).promise
  return { data: canvas.data(), width: canvas.width, height: canvas.height }
}

async function writeText(document: PDFDocumentProxy, page: PDFPageProxy, out: string): Promise<void> {
  const viewport = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent()
  const lines = linesOf(
    items.filter((item) => 'str' in item),
    styles,
    viewport,
  )
  const links = await linksOf(await page.getAnnotations(), document, viewport)
  await writeFile(join(out, textFile(page.pageNumber)), JSON.stringify({ lines, links }))
}
