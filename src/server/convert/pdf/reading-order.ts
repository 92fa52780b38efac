/** A piece of a line: what is written, and where it stands from the left, in units of the page. */
export type Stretch = { text: string; x: number; width: number; height: number }

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTER = /\p{L}/u
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u
// A word without the marks at its ends; a sign of money or of parts stays with its number (UAX 9, W5).
const WORD = /[#$%¢-¥°‰₪€]*\p{Nd}(?:.*\p{Nd})?[#$%¢-¥°‰₪€]*$|[\p{L}\p{Nd}](?:.*[\p{L}\p{Nd}])?/su
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' }
const [OPENS, CLOSES] = [/[([{]/, /[)\]}]/]
// Beside these a blank stands on one side alone.
const AFTER_A_WORD = /^[,.;:!?%)\]}،؛؟…]/
const BEFORE_A_WORD = /[([{]$/
// A letter with its points, in the order in which some fonts are written.
const POINTS_FIRST = /^(\p{M}+)(\p{L})/u
// A gap as wide as this part of a line's height is a blank.
const BLANK = 0.1
// No line that anybody reads has more pieces, and no word more letters; they are left as they were written down.
const PIECES_MAX = 2_000
const WORD_MAX = 1_000

/** Whether a line is read from the right: most of its words are, or of as many words most letters. An address of the web is one word. */
export function isReadFromRight(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => LETTER.test(word))
  const fromRight = words.filter((word) => RTL.test(word)).length
  if (fromRight * 2 !== words.length) return fromRight * 2 > words.length
  const letters = Array.from(text).filter((each) => LETTER.test(each))
  return letters.filter((each) => RTL.test(each)).length * 2 > letters.length
}

/**
 * The text of a line that is read from the right, by where its pieces stand, in whatever order they were written down. Numbers and words of
 * other scripts stay in their order. (UAX 9, from what is seen back to what is meant.)
 */
export function fromTheRight(pieces: readonly Stretch[]): string {
  if (pieces.length > PIECES_MAX) return pieces.map(({ text }) => text).join('')
  const seen = pieces.filter(isSeen).map((piece) => ({ ...piece, text: piece.text.replace(POINTS_FIRST, '$2$1') }))
  // What only fills the place of words that were written down later is no blank.
  const blanks = pieces.filter((piece) => !isSeen(piece) && !seen.some((other) => holds(other, piece)))
  const ordered = [...seen, ...blanks].toSorted((one, other) => middle(other) - middle(one))
  const turn = turning(ordered.map(({ text }) => text).join(''))
  const runs: Run[] = []
  let before: Stretch | null = null
  // How far to the left it has come; a point over or under a letter goes no further.
  let left = Number.NEGATIVE_INFINITY
  for (const piece of withMarks(ordered, turn)) {
    const isApart = left - piece.x - piece.width > piece.height * BLANK
    if (isApart && !isClosed(before) && !isClosed(piece)) add(runs, ' ')
    left = before ? Math.min(left, piece.x) : piece.x
    for (const part of partsOf(piece.text)) add(runs, RTL.test(part) || LETTER_OR_DIGIT.test(part) ? part : turn(part))
    before = piece
  }
  return runs.map(({ text }) => text).join('')
}

/** A part of a line that is read in one direction; marks and blanks have none of their own. */
type Run = { text: string; is: 'rtl' | 'ltr' | 'mark' }

/** Puts down what stands next. What is between two words of another script is of that script. */
function add(runs: Run[], text: string): void {
  const is = RTL.test(text) ? 'rtl' : LETTER_OR_DIGIT.test(text) ? 'ltr' : 'mark'
  const last = runs.findLastIndex((run) => run.is !== 'mark')
  const [word, ...marks] = runs.slice(Math.max(last, 0))
  if (is !== 'ltr' || word?.is !== 'ltr' || (marks.length > 0 && !LETTER.test(text))) {
    runs.push({ is, text })
    return
  }
  const between = marks.map((mark) => reversed(mark.text)).toReversed()
  runs.splice(last, runs.length - last, { is, text: [text, ...between, word.text].join('') })
}

/** A word of another script and the marks on both its sides, from the right. */
function partsOf(text: string): string[] {
  const found = text.length > WORD_MAX || RTL.test(text) ? null : WORD.exec(text)
  if (!found) return [text]
  const [word] = found
  return [text.slice(found.index + word.length), word, text.slice(0, found.index)].filter((part) => part !== '')
}

/**
 * Some programs write down all words of a line and its marks apart, so that words come as one piece over the place of the marks between them.
 * Gives the pieces with those marks where they stand.
 */
function withMarks(pieces: readonly Stretch[], turn: (text: string) => string): Stretch[] {
  const isMark = ({ text }: Stretch) => text.trim() !== '' && !LETTER_OR_DIGIT.test(text)
  const placed = new Set<Stretch>()
  const filled = pieces.map((piece) => {
    if (!RTL.test(piece.text)) return piece
    const letters = Array.from(piece.text)
    for (const mark of pieces.filter((each) => isMark(each) && holds(piece, each))) {
      const wanted = ((piece.x + piece.width - middle(mark)) / piece.width) * letters.length
      const blanks = letters.flatMap((letter, n) => (letter === ' ' ? [n] : []))
      const at = blanks.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0]
      if (at === undefined) continue
      const text = turn(mark.text.trim())
      letters[at] = `${AFTER_A_WORD.test(text) ? '' : ' '}${text}${BEFORE_A_WORD.test(text) ? '' : ' '}`
      placed.add(mark)
    }
    return { ...piece, text: letters.join('') }
  })
  return filled.filter((piece) => !placed.has(piece))
}

/**
 * How marks are turned that stand in a line, given all of it from the right. Most programs write brackets down as they look there, and some as
 * they are meant: with those the first from the right opens and the last closes.
 */
function turning(line: string): (text: string) => string {
  const brackets = Array.from(line).filter((each) => each in MIRRORED)
  const isMeant = OPENS.test(brackets[0] ?? '') && CLOSES.test(brackets.at(-1) ?? '')
  return (text) => reversed(isMeant ? text : Array.from(text, (each) => MIRRORED[each] ?? each).join(''))
}

const isSeen = ({ text }: Stretch) => text.trim() !== ''
// Beside a blank there is no other, and a letter with points seems to begin or end where they do.
const isClosed = (piece: Stretch | null) => piece !== null && /^[\s\p{M}]|[\s\p{M}]$/u.test(piece.text)
const middle = ({ x, width }: Stretch) => x + width / 2
const reversed = (text: string) => Array.from(text).toReversed().join('')

/** Whether the middle of one stands within the other. */
const holds = (piece: Stretch, other: Stretch) =>
  piece !== other && piece.x < middle(other) && middle(other) < piece.x + piece.width
