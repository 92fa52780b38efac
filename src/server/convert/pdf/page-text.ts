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

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const STRONG_LTR = /[\p{L}\p{Nd}]/u
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' }

/** The lines of a page, in the order of the document, each as it is read: from the right where most of it is. [CONVERT-7] */
export function linesOf(pieces: readonly Piece[], styles: Styles, viewport: Viewport): Line[] {
  const lines: Line[] = []
  let letters = 0
  let current: Placed[] = []
  const finish = () => {
    const line = joined(current)
    if (line) lines.push(line)
    current = []
  }
  for (const piece of pieces) {
    letters += piece.str.length
    if (letters > LETTERS_MAX) break
    if (piece.str !== '') {
      const placed = place(piece, styles, viewport)
      if (!isBeside(current.at(-1), placed)) finish()
      current.push(placed)
    }
    if (piece.hasEOL) finish()
  }
  finish()
  return lines
}

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
  const xs = corners.map(([x]) => (x ?? 0) / viewport.width)
  const ys = corners.map(([, y]) => (y ?? 0) / viewport.height)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { text: str, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const middle = (box: Box) => box.y + box.height / 2

/** Whether a piece goes on in the line of another: at its height, and not a column away. */
function isBeside(before: Placed | undefined, piece: Placed): boolean {
  if (!before) return true
  const height = Math.max(before.height, piece.height)
  const gap = Math.max(piece.x - (before.x + before.width), before.x - (piece.x + piece.width))
  return Math.abs(middle(before) - middle(piece)) < height / 2 && gap < height * 2
}

function joined(pieces: readonly Placed[]): Line | null {
  if (pieces.every(({ text }) => text.trim() === '')) return null
  const all = pieces.map(({ text }) => text).join('')
  const isRtl = count(all, RTL) * 2 > count(all, /\p{L}/u)
  const text = (isRtl ? fromTheRight(pieces) : pieces.map((each) => each.text)).join('').trim()
  const x = Math.min(...pieces.map((each) => each.x))
  const y = Math.min(...pieces.map((each) => each.y))
  return {
    text,
    direction: isRtl ? 'rtl' : 'ltr',
    x: rounded(x),
    y: rounded(y),
    width: rounded(Math.max(...pieces.map((each) => each.x + each.width)) - x),
    height: rounded(Math.max(...pieces.map((each) => each.y + each.height)) - y),
  }
}

const count = (text: string, kind: RegExp) => Array.from(text).filter((letter) => kind.test(letter)).length

/** The texts of a line that is read from the right, where numbers and words of other scripts stay in their order. */
function fromTheRight(pieces: readonly Placed[]): string[] {
  const ordered = pieces.toSorted((one, other) => other.x + other.width - (one.x + one.width))
  const runs: { isLtr: boolean; texts: string[] }[] = []
  for (const { text } of ordered) {
    const isLtr = STRONG_LTR.test(text) && !RTL.test(text)
    const last = runs.at(-1)
    if (last && isLtr && last.isLtr) last.texts.unshift(text)
    else runs.push({ isLtr, texts: [isLtr || RTL.test(text) ? text : asMeant(text)] })
  }
  return runs.flatMap(({ texts }) => texts)
}

/** Brackets and blanks are written down as they stand and look, and read from the other side. */
const asMeant = (text: string) =>
  Array.from(text, (each) => MIRRORED[each] ?? each)
    .toReversed()
    .join('')

const finite = (height: number | undefined, otherwise: number) =>
  height !== undefined && Number.isFinite(height) ? height : otherwise

const rounded = (part: number) => Math.round(part * 10_000) / 10_000
