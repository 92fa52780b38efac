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

function within({ scale, x, y }: Zoom): Zoom {
  const edge = 0.5 / scale
  const inside = (at: number) => Math.max(edge, Math.min(1 - edge, at))
  return { scale, x: inside(x), y: inside(y) }
}
