/** A place on the stage, in px from its start corner. */
export type Box = { x: number; y: number; width: number; height: number }
export type Size = { width: number; height: number }

/** How wide a tile may be for its height: from nearly square, so that faces are not cut, to a camera's own shape. */
const SHAPES = { desk: { least: 0.9, most: 16 / 9 }, phone: { least: 0.8, most: 16 / 9 } }

/**
 * Where `count` tiles go on a stage of a size, with `gap` px between them: as large as they can be, all alike, the whole
 * in the middle, and the last row in its middle. Pure.
 */
export function gridOf(count: number, stage: Size, gap: number, kind: 'desk' | 'phone' = 'desk'): Box[] {
  let best: { tile: Size; columns: number } | null = null
  for (let columns = 1; columns <= count; columns++) {
    const tile = tileOf(columns, Math.ceil(count / columns), stage, gap, kind)
    if (tile && (!best || tile.width * tile.height > best.tile.width * best.tile.height)) best = { tile, columns }
  }
  return best ? placed(count, best.columns, best.tile, stage, gap) : []
}

/** The largest tile for so many columns and rows; null where they do not fit at all. */
function tileOf(columns: number, rows: number, stage: Size, gap: number, kind: 'desk' | 'phone'): Size | null {
  const width = (stage.width - gap * (columns - 1)) / columns
  const height = (stage.height - gap * (rows - 1)) / rows
  if (width <= 0 || height <= 0) return null
  const { least, most } = SHAPES[kind]
  if (width / height > most) return { width: height * most, height }
  if (width / height < least) return { width, height: width / least }
  return { width, height }
}

function placed(count: number, columns: number, tile: Size, stage: Size, gap: number): Box[] {
  const rows = Math.ceil(count / columns)
  const top = (stage.height - rows * tile.height - (rows - 1) * gap) / 2
  return Array.from({ length: count }, (_, n) => {
    const row = Math.floor(n / columns)
    const inRow = Math.min(columns, count - row * columns)
    const start = (stage.width - inRow * tile.width - (inRow - 1) * gap) / 2
    return { x: start + (n % columns) * (tile.width + gap), y: top + row * (tile.height + gap), ...tile }
  })
}
