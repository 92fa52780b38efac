import { fromTheRight, isReadFromRight } from './reading-order.ts'

/** A place on a page: its corner and size as parts of the page's width and height, from the upper left, 0 to 1. */
export type Box = { x: number; y: number; width: number; height: number }

/** A line of a page in the order in which it is read. */
export type Line = Box & { text: string; direction: 'ltr' | 'rtl' }

/** A piece of text as pdf.js tells of it, of which it needs the units of the page. */
export type Piece = {
  str: string
  transform: readonly number[]
  width: number
  height: number
  fontName: string
  hasEOL: boolean
}
/** How a page is laid down, as pdf.js says it. */
export type Viewport = {
  width: number
  height: number
  convertToViewportPoint: (x: number, y: number) => number[]
}
type Styles = Readonly<Record<string, { ascent?: number; descent?: number; vertical?: boolean }>>

/** Nobody reads more of one page; a page of a million letters would weigh more than its picture. */
const LETTERS_MAX = 50_000

// What stands further from the rest of its line, in heights of it, is in another column.
const COLUMN_GAP = 2

/** The lines of a page, in the order of the document, each as it is read: from the right where most of it is. [CONVERT-7] */
export function linesOf(pieces: readonly Piece[], styles: Styles, viewport: Viewport): Line[] {
  const lines: Line[] = []
  let letters = 0
  let row: Placed[] = []
  const finish = () => {
    lines.push(...columnsOf(row).map((column) => lineOf(column, viewport)))
    row = []
  }
  for (const piece of pieces) {
    letters += piece.str.length
    if (letters > LETTERS_MAX) break
    if (piece.str !== '') {
      const placed = place(piece, styles, viewport)
      if (!isAtHeightOf(row.at(-1), placed)) finish()
      row.push(placed)
    }
    if (piece.hasEOL) finish()
  }
  finish()
  return lines
}

/** A piece and its place in units of the page. */
type Placed = Box & { text: string }

function place({ str, transform, width, fontName }: Piece, styles: Styles, viewport: Viewport): Placed {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform
  const { ascent, descent, vertical = false } = styles[fontName] ?? {}
  const along = Math.hypot(a, b) || 1
  // The four corners, so that text that stands aslant has its box as well.
  // Many a font says nothing of its heights, or what is no number.
  const over = vertical ? { from: 0, to: -1 } : { from: finite(descent, -0.2), to: finite(ascent, 0.8) }
  const corners = [0, width].flatMap((far) =>
    [over.from, over.to].map((up) =>
      viewport.convertToViewportPoint(e + (a / along) * far + c * up, f + (b / along) * far + d * up),
    ),
  )
  const xs = corners.map(([x = 0]) => x)
  const ys = corners.map(([, y = 0]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { text: inLetters(str), x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Arabic in its letters, whatever shapes they were drawn in. */
const inLetters = (text: string) => text.replace(/[\uFB50-\uFDFF\uFE70-\uFEFC]/g, (shape) => shape.normalize('NFKC'))

const middle = (box: Box) => box.y + box.height / 2
const isSeen = ({ text }: Placed) => text.trim() !== ''

function isAtHeightOf(before: Placed | undefined, piece: Placed): boolean {
  return !before || Math.abs(middle(before) - middle(piece)) < Math.max(before.height, piece.height) / 2
}

/**
 * What stands at one height, column by column, each in the order of the document. Where pieces stand tells what is one column: some programs
 * write down a line's words and marks apart.
 */
function columnsOf(row: readonly Placed[]): Placed[][] {
  const columns: { to: number; pieces: Placed[] }[] = []
  for (const piece of row.filter(isSeen).toSorted((one, other) => one.x - other.x)) {
    const last = columns.at(-1)
    const isNear = last !== undefined && piece.x - last.to < piece.height * COLUMN_GAP
    const column = isNear ? last : { to: piece.x, pieces: [] }
    if (!isNear) columns.push(column)
    column.to = Math.max(column.to, piece.x + piece.width)
    column.pieces.push(piece)
  }
  const columnOf = new Map(columns.flatMap(({ pieces }) => pieces.map((piece) => [piece, pieces])))
  // A blank goes on where the document was.
  let current: Placed[] | undefined
  const inOrder = new Map<Placed[], Placed[]>()
  for (const piece of row) {
    current = columnOf.get(piece) ?? current
    if (!current) continue
    const column = inOrder.get(current) ?? []
    inOrder.set(current, column)
    column.push(piece)
  }
  return [...inOrder.values()]
}

function lineOf(pieces: readonly Placed[], viewport: Viewport): Line {
  const written = pieces.map(({ text }) => text).join('')
  const isRtl = isReadFromRight(written)
  const seen = pieces.filter(isSeen)
  const x = Math.min(...seen.map((each) => each.x))
  const y = Math.min(...seen.map((each) => each.y))
  return {
    text: (isRtl ? fromTheRight(pieces) : written).trim(),
    direction: isRtl ? 'rtl' : 'ltr',
    x: rounded(x / viewport.width),
    y: rounded(y / viewport.height),
    width: rounded((Math.max(...seen.map((each) => each.x + each.width)) - x) / viewport.width),
    height: rounded((Math.max(...seen.map((each) => each.y + each.height)) - y) / viewport.height),
  }
}

const finite = (height: number | undefined, otherwise: number) =>
  height !== undefined && Number.isFinite(height) ? height : otherwise

const rounded = (part: number) => Math.round(part * 10_000) / 10_000
