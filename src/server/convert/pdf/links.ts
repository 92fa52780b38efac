import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as v from 'valibot'
import type { Chapter } from '../converted.ts'
import type { Box, Viewport } from './page-text.ts'

/** A place that leads to an address, or to a page of the same document, from 1. */
export type Link = Box & ({ to: string } | { page: number })

const Finite = v.pipe(v.number(), v.finite())
const Rect = v.tuple([Finite, Finite, Finite, Finite])

const LINKS_MAX = 500
const ADDRESS_MAX = 2_000
const CHAPTERS_MAX = 500
const TITLE_MAX = 200
const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/** What of an annotation is looked at. */
type Annotation = { subtype?: unknown; url?: unknown; dest?: unknown; rect?: unknown }

/** The links of a page: to the web, to a mail address or to another page, and nowhere else. [CONVERT-8] */
export async function linksOf(
  annotations: readonly Annotation[],
  document: PDFDocumentProxy,
  viewport: Viewport,
): Promise<Link[]> {
  const links: Link[] = []
  for (const { subtype, url, dest, rect } of annotations) {
    if (subtype !== 'Link' || links.length >= LINKS_MAX) continue
    const box = boxOf(rect, viewport)
    const to = addressOf(url)
    if (!box) continue
    if (to) links.push({ ...box, to })
    else {
      const page = await pageOf(dest, document)
      if (page) links.push({ ...box, page })
    }
  }
  return links
}

/** The chapters of a document, in its order. [CONVERT-9] */
export async function chaptersOf(document: PDFDocumentProxy): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
  const walk = async (items: Items, depth: number): Promise<void> => {
    for (const { title, dest, items: inner } of items ?? []) {
      if (chapters.length >= CHAPTERS_MAX) return
      const page = await pageOf(dest, document)
      const shown = shortTitle(title)
      if (page && shown) chapters.push({ title: shown, depth, page })
      if (depth < 5) await walk(inner, depth + 1)
    }
  }
  await walk(await document.getOutline(), 0)
  return chapters
}

/** A title as it may be kept, or null where there is none. */
export function shortTitle(title: unknown): string | null {
  return typeof title === 'string' ? title.slice(0, TITLE_MAX).trim() || null : null
}

async function pageOf(dest: unknown, document: PDFDocumentProxy): Promise<number | null> {
  try {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest
    if (!Array.isArray(explicit)) return null
    const [page]: unknown[] = explicit
    const index = typeof page === 'number' ? page : isReference(page) ? await document.getPageIndex(page) : -1
    return index >= 0 && index < document.numPages ? index + 1 : null
  } catch {
    // It leads to a page that is not there.
    return null
  }
}

const isReference = (page: unknown): page is Parameters<PDFDocumentProxy['getPageIndex']>[0] =>
  typeof page === 'object' && page !== null && 'num' in page && 'gen' in page

function addressOf(url: unknown): string | null {
  if (typeof url !== 'string' || url.length > ADDRESS_MAX) return null
  const address = URL.parse(url)
  return address && SCHEMES.has(address.protocol) ? address.href : null
}

function boxOf(rect: unknown, viewport: Viewport): Box | null {
  const parsed = v.safeParse(Rect, rect)
  if (!parsed.success) return null
  const [left, bottom, right, top] = parsed.output
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom)
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top)
  return {
    x: Math.min(x1, x2) / viewport.width,
    y: Math.min(y1, y2) / viewport.height,
    width: Math.abs(x2 - x1) / viewport.width,
    height: Math.abs(y2 - y1) / viewport.height,
  }
}
