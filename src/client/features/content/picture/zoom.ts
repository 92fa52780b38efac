import { ZOOM_MAX, type Zoom } from '../../../../protocol/presenting/content.ts'

/** The whole picture. */
export const WHOLE: Zoom = { scale: 1, x: 0.5, y: 0.5 }

/** As much nearer or farther around the same middle; of the whole nothing is left out at any side. [PRESENT-7] */
export function zoomed({ scale, x, y }: Zoom, by: number): Zoom {
  const next = Math.max(1, Math.min(ZOOM_MAX, scale * by))
  return next === 1 ? WHOLE : within({ scale: next, x, y })
}

/** The part that is seen after the picture, `size` px large when it is whole, was dragged by so many px. */
export function moved(
  { scale, x, y }: Zoom,
  by: { x: number; y: number },
  size: { width: number; height: number },
): Zoom {
  if (size.width === 0 || size.height === 0) return { scale, x, y }
  return within({ scale, x: x - by.x / (size.width * scale), y: y - by.y / (size.height * scale) })
}

type Point = { x: number; y: number }

/**
 * The part that is seen after two fingers went from where they were to where they are, in px from the middle of what is seen: what was between
 * them stays there.
 */
export function pinched(
  { scale, x, y }: Zoom,
  was: readonly [Point, Point],
  is: readonly [Point, Point],
  size: { width: number; height: number },
): Zoom {
  const before = Math.hypot(was[0].x - was[1].x, was[0].y - was[1].y)
  if (size.width === 0 || size.height === 0 || before === 0) return { scale, x, y }
  const after = Math.hypot(is[0].x - is[1].x, is[0].y - is[1].y)
  const next = Math.max(1, Math.min(ZOOM_MAX, (scale * after) / before))
  if (next === 1) return WHOLE
  const between = ([one, other]: readonly [Point, Point]) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
  const [from, to] = [between(was), between(is)]
  return within({
    scale: next,
    x: x + from.x / (size.width * scale) - to.x / (size.width * next),
    y: y + from.y / (size.height * scale) - to.y / (size.height * next),
  })
}

function within({ scale, x, y }: Zoom): Zoom {
  const edge = 0.5 / scale
  const inside = (at: number) => Math.max(edge, Math.min(1 - edge, at))
  return { scale, x: inside(x), y: inside(y) }
}
