/** A place on the stage, in px from its start corner. */
export type Box = { x: number; y: number; width: number; height: number }
export type Size = { width: number; height: number }

/** The input of the layout: tiles by their ids, in their order. `main` is the large one; without it, a shared screen is. */
export type Asked = {
  people: readonly string[]
  shares: readonly string[]
  main: string | null
  stage: Size
  gap: number
  /** Counted from 0; a page that does not exist is the last one. */
  page: number
  /** A tile that has the whole stage for itself. */
  alone: string | null
}

/**
 * The result: `boxes` of this page. Those in the filmstrip are measured from its own start, and may be beyond its end, because it scrolls
 * `along`.
 */
export type Layout = {
  boxes: ReadonlyMap<string, Box>
  main: string | null
  filmstrip: (Box & { along: 'inline' | 'block'; tiles: readonly string[] }) | null
  page: number
  pages: number
}

/** The aspect ratio of a tile: from cutting a quarter of a camera's picture to the whole picture. */
const SHAPE = { least: 4 / 3, most: 16 / 9 }
/** The same in a filmstrip that is too short for all its tiles and too low to make them smaller. */
const NARROW = 0.8

/** On a smaller tile a face cannot be recognised. */
const LEAST = { width: 132, height: 88 }

/** The depth of the filmstrip; on a small stage this share of it, as long as its tiles can be told apart. */
const TRAY = { height: 132, width: 180, share: 0.28 }

/** Too low or too narrow for a grid, as the rest of the stage above a sheet. */
const STRIP = 150

/** The space that the page buttons take from the stage, in px. */
export const PAGER = 48

/**
 * Lays out the tiles on a stage: as large as possible, all of one size, on several pages if they would get too small; or one large, and the
 * others in a filmstrip. Pure. [LAYOUT-1] to [LAYOUT-3]
 */
export function layoutOf(asked: Asked): Layout {
  const tiles = [...asked.shares, ...asked.people]
  if (asked.alone !== null && tiles.includes(asked.alone)) return filledBy(asked.alone, asked.stage)
  const wanted = asked.main ?? asked.shares[0] ?? null
  const main = wanted !== null && tiles.includes(wanted) ? wanted : null
  if (main !== null) return withMain(asked, tiles, main)
  return pagesOf(asked, tiles)
}

/** [LAYOUT-7] */
function filledBy(tile: string, stage: Size): Layout {
  return { boxes: new Map([[tile, { x: 0, y: 0, ...stage }]]), main: tile, filmstrip: null, page: 0, pages: 1 }
}

/** [LAYOUT-1] The boxes of `count` tiles that are all shown at once, whatever their size. */
export function gridOf(count: number, stage: Size, gap: number): Box[] {
  const best = bestOf(count, stage, gap, { width: 0, height: 0 })
  return best ? placed(count, best, stage, gap) : []
}

type Grid = { tile: Size; columns: number }

/** The number of columns with the largest tiles; null if none reaches the least size. */
function bestOf(count: number, stage: Size, gap: number, least: Size): Grid | null {
  let best: Grid | null = null
  for (let columns = 1; columns <= count; columns++) {
    const tile = tileOf(columns, Math.ceil(count / columns), stage, gap)
    if (!tile || tile.width < least.width || tile.height < least.height) continue
    if (!best || tile.width * tile.height > best.tile.width * best.tile.height) best = { tile, columns }
  }
  return best
}

/** The largest tile for a number of columns and rows; null if they do not fit. */
function tileOf(columns: number, rows: number, stage: Size, gap: number): Size | null {
  const width = (stage.width - gap * (columns - 1)) / columns
  const height = (stage.height - gap * (rows - 1)) / rows
  return width <= 0 || height <= 0 ? null : shaped({ width, height })
}

/** Shrinks one side of a tile that would be too wide or too high. */
function shaped({ width, height }: Size): Size {
  const { least, most } = SHAPE
  if (width / height > most) return { width: height * most, height }
  if (width / height < least) return { width, height: width / least }
  return { width, height }
}

/** The boxes of a grid, centred, with the last row centred too. */
function placed(count: number, { tile, columns }: Grid, stage: Size, gap: number): Box[] {
  const rows = Math.ceil(count / columns)
  const top = (stage.height - rows * tile.height - (rows - 1) * gap) / 2
  return Array.from({ length: count }, (_, n) => {
    const row = Math.floor(n / columns)
    const inRow = Math.min(columns, count - row * columns)
    const start = (stage.width - inRow * tile.width - (inRow - 1) * gap) / 2
    return { x: start + (n % columns) * (tile.width + gap), y: top + row * (tile.height + gap), ...tile }
  })
}

/** [LAYOUT-2] All tiles on one page while they are large enough; else as few pages as possible, with tiles of one size. */
function pagesOf({ stage, gap, page }: Asked, tiles: readonly string[]): Layout {
  const nothing = { main: null, filmstrip: null, boxes: new Map<string, Box>() }
  if (tiles.length === 0 || stage.width <= 0 || stage.height <= 0) return { ...nothing, page: 0, pages: 1 }
  const whole = bestOf(tiles.length, stage, gap, LEAST)
  if (!whole && Math.min(stage.width, stage.height) < STRIP) return stripOf({ stage, gap }, tiles)
  if (whole) return { ...nothing, boxes: together(tiles, placed(tiles.length, whole, stage, gap)), page: 0, pages: 1 }
  const room = { width: stage.width, height: Math.max(1, stage.height - PAGER) }
  const pages = Math.ceil(tiles.length / capacityOf(tiles.length, room, gap))
  const each = Math.ceil(tiles.length / pages)
  const grid = bestOf(each, room, gap, LEAST) ?? bestOf(each, room, gap, { width: 0, height: 0 })
  const shown = Math.max(0, Math.min(page, pages - 1))
  const onPage = tiles.slice(shown * each, (shown + 1) * each)
  const boxes = grid ? together(onPage, placed(onPage.length, grid, room, gap)) : new Map<string, Box>()
  return { ...nothing, boxes, page: shown, pages }
}

/** A stage that is only a filmstrip. */
function stripOf({ stage, gap }: Pick<Asked, 'stage' | 'gap'>, tiles: readonly string[]): Layout {
  const along = stage.width >= stage.height ? ('inline' as const) : ('block' as const)
  const boxes = along === 'inline' ? rowOf(tiles.length, stage, gap) : columnOf(tiles.length, stage, gap)
  const filmstrip = { x: 0, y: 0, ...stage, along, tiles }
  return { boxes: together(tiles, boxes), main: null, filmstrip, page: 0, pages: 1 }
}

function capacityOf(most: number, room: Size, gap: number): number {
  for (let count = most; count > 1; count--) if (bestOf(count, room, gap, LEAST)) return count
  return 1
}

/** [LAYOUT-3] The filmstrip above the main tile or at its inline end, whichever leaves the main tile larger. */
function withMain({ shares, stage, gap }: Asked, tiles: readonly string[], main: string): Layout {
  const others = tiles.filter((tile) => tile !== main)
  const isShare = shares.includes(main)
  const largest = (room: Box) => (isShare ? room : centred(shaped(room), room))
  const whole = { x: 0, y: 0, ...stage }
  const alone = { boxes: new Map([[main, largest(whole)]]), main, filmstrip: null, page: 0, pages: 1 }
  if (others.length === 0) return alone
  const height = deep(TRAY.height, LEAST.height, stage.height)
  const width = deep(TRAY.width, LEAST.width, stage.width)
  const below = { ...whole, y: height + gap, height: stage.height - height - gap }
  const beside = { ...whole, width: stage.width - width - gap }
  const isTop = shownIn(below) >= shownIn(beside)
  const room = isTop ? below : beside
  if (room.width <= 0 || room.height <= 0) return alone
  const filmstrip = isTop ? { ...whole, height } : { ...whole, x: stage.width - width, width }
  const along = isTop ? ('inline' as const) : ('block' as const)
  const boxes = together(others, isTop ? rowOf(others.length, filmstrip, gap) : columnOf(others.length, filmstrip, gap))
  return { ...alone, boxes: boxes.set(main, largest(room)), filmstrip: { ...filmstrip, along, tiles: others } }
}

const deep = (most: number, least: number, stage: number) => Math.min(most, Math.max(least, stage * TRAY.share))

/** The visible area of a picture with a camera's aspect ratio. */
function shownIn({ width, height }: Size): number {
  const most = Math.max(0, Math.min(width, (height * 16) / 9))
  return (most * most * 9) / 16
}

/** Side by side and centred, as large as the filmstrip allows; if they do not fit, from its start and beyond its end. */
function rowOf(count: number, filmstrip: Size, gap: number): Box[] {
  const { width, height } = shapedInRow((filmstrip.width - gap * (count - 1)) / count, filmstrip.height)
  const start = Math.max(0, (filmstrip.width - count * width - gap * (count - 1)) / 2)
  const y = (filmstrip.height - height) / 2
  return Array.from({ length: count }, (_, n) => ({ x: start + n * (width + gap), y, width, height }))
}

/** A tile of a row with this much space: first lower, then cut to nearly a square, before it is out of sight. */
function shapedInRow(fitting: number, height: number): Size {
  const { least, most } = SHAPE
  if (fitting >= height * least) return { width: Math.min(fitting, height * most), height }
  if (fitting >= LEAST.height * least) return { width: fitting, height: fitting / least }
  const isNarrow = height < TRAY.height && fitting >= height * NARROW
  return { width: isNarrow ? fitting : height * least, height }
}

function columnOf(count: number, filmstrip: Size, gap: number): Box[] {
  const { width } = filmstrip
  const fitting = (filmstrip.height - gap * (count - 1)) / count
  const height = Math.min(width / SHAPE.least, Math.max(width / SHAPE.most, fitting))
  const start = Math.max(0, (filmstrip.height - count * height - gap * (count - 1)) / 2)
  return Array.from({ length: count }, (_, n) => ({ x: 0, y: start + n * (height + gap), width, height }))
}

function centred({ width, height }: Size, room: Box): Box {
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height }
}

function together(tiles: readonly string[], boxes: readonly Box[]): Map<string, Box> {
  const map = new Map<string, Box>()
  for (const [n, box] of boxes.entries()) {
    const tile = tiles[n]
    if (tile !== undefined) map.set(tile, box)
  }
  return map
}
