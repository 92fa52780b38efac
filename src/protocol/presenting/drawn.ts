import * as v from 'valibot'
import { BoardElement, Far, FAR } from './whiteboard.ts'

const Amount = v.pipe(v.number(), v.minValue(-Number.MAX_SAFE_INTEGER), v.maxValue(Number.MAX_SAFE_INTEGER))
const Short = v.pipe(v.string(), v.maxLength(200))
const isFar = (value: unknown) => typeof value === 'number' && Math.abs(value) <= FAR
const isPoint = (value: unknown) =>
  Array.isArray(value) && (value.length === 2 || value.length === 3) && value.every((each) => isFar(each))
// A stroke has thousands of them: what a schema does for each would take longer than all else.
const Point = v.custom<number[]>(isPoint)
const Points = v.custom<number[][]>((value) => Array.isArray(value) && value.every((each) => isPoint(each)))
const Pressures = v.custom<number[]>((value) => Array.isArray(value) && value.every((each) => isFar(each)))
const Binding = v.object({
  elementId: Short,
  focus: v.nullish(Amount),
  gap: v.nullish(Amount),
  fixedPoint: v.nullish(Point),
})

/** What an element of any type has, by Excalidraw's types: over anything else it stumbles, on every screen. */
const LOOKS = {
  width: v.optional(Far),
  height: v.optional(Far),
  angle: v.optional(Far),
  strokeWidth: v.optional(Far),
  roughness: v.optional(Far),
  opacity: v.optional(Far),
  seed: v.optional(Amount),
  updated: v.optional(Amount),
  strokeColor: v.optional(Short),
  backgroundColor: v.optional(Short),
  fillStyle: v.optional(Short),
  strokeStyle: v.optional(Short),
  roundness: v.nullish(v.object({ type: Amount, value: v.optional(Far) })),
  groupIds: v.optional(v.array(Short)),
  frameId: v.nullish(Short),
  boundElements: v.nullish(v.array(v.object({ id: Short, type: Short }))),
  locked: v.optional(v.boolean()),
}
const LINES = {
  points: v.optional(Points),
  pressures: v.optional(Pressures),
  simulatePressure: v.optional(v.boolean()),
  lastCommittedPoint: v.nullish(Point),
  startBinding: v.nullish(Binding),
  endBinding: v.nullish(Binding),
  startArrowhead: v.nullish(Short),
  endArrowhead: v.nullish(Short),
  elbowed: v.optional(v.boolean()),
  startIsSpecial: v.nullish(v.boolean()),
  endIsSpecial: v.nullish(v.boolean()),
  fixedSegments: v.nullish(v.array(v.object({ index: Amount, start: Point, end: Point }))),
}
const TEXTS = {
  text: v.optional(v.string()),
  originalText: v.optional(v.string()),
  name: v.nullish(v.string()),
  fontSize: v.optional(Far),
  fontFamily: v.optional(Far),
  lineHeight: v.optional(Far),
  textAlign: v.optional(Short),
  verticalAlign: v.optional(Short),
  containerId: v.nullish(Short),
  autoResize: v.optional(v.boolean()),
}

const OF_POINTS: ReadonlySet<string> = new Set(['line', 'arrow', 'freedraw'])

/** An element as it comes from a page, as Excalidraw writes it; what else is in it is left out. [BOARD-2] */
const DrawnElement = v.pipe(
  v.object({
    ...BoardElement.entries,
    index: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100), v.check(isFractionalIndex))), null),
    ...LOOKS,
    ...LINES,
    ...TEXTS,
  }),
  v.check(({ type, points = [] }) => points.length > 0 || !OF_POINTS.has(type)),
  v.check(
    ({ type, pressures, simulatePressure }) => type !== 'freedraw' || simulatePressure === true || Boolean(pressures),
  ),
)

/** POST …/whiteboards/:board/pages/:page: what was drawn, changed or deleted there. */
export const Drawn = v.object({ elements: v.pipe(v.array(DrawnElement), v.maxLength(500)) })

/**
 * Whether a text is an index between which and others there is always place for one more: an integer whose first letter says how long it is, and a
 * fraction that ends in no zero (npm fractional-indexing).
 */
function isFractionalIndex(index: string): boolean {
  const first = index.charCodeAt(0)
  const [capital, small] = [first >= 65 && first <= 90, first >= 97 && first <= 122]
  const length = capital ? 90 - first + 2 : first - 97 + 2
  if (!/^[0-9A-Za-z]+$/.test(index) || (!capital && !small) || index.length < length) return false
  return index !== `A${'0'.repeat(26)}` && !index.slice(length).endsWith('0')
}
