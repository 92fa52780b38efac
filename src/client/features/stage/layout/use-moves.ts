import { useLayoutEffect, useRef, type RefObject } from 'react'

type Place = { x: number; y: number; width: number; height: number }

/**
 * Animates tiles from their old places to the new ones when `key` changes: somebody came, left, or chose. Speakers are not in the key, and
 * resizing the window animates nothing. [LAYOUT-6]
 */
export function useMoves(root: RefObject<HTMLElement | null>, key: string): void {
  const last = useRef({ key, places: new Map<string, Place>() })
  useLayoutEffect(() => {
    if (!root.current) return
    const { key: before, places } = last.current
    const tiles = [...root.current.querySelectorAll<HTMLElement>('[data-tile]')]
    const now = new Map(tiles.map((tile) => [tile.dataset['tile'] ?? '', placeOf(tile)]))
    last.current = { key, places: now }
    if (before === key || places.size === 0) return
    const pace = paceOf(root.current)
    if (pace.duration === 0) return
    for (const tile of tiles) move(tile, places.get(tile.dataset['tile'] ?? ''), pace)
  })
}

/** Where a tile is laid out, without its animation. */
function placeOf({ offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height }: HTMLElement): Place {
  return { x, y, width, height }
}

function move(tile: HTMLElement, from: Place | undefined, pace: { duration: number; easing: string }): void {
  if (!from) return void tile.animate([{ opacity: 0 }, { opacity: 1 }], pace)
  const to = placeOf(tile)
  if (from.x === to.x && from.y === to.y && from.width === to.width && from.height === to.height) return
  // A moving tile continues from where it is seen.
  const { a, d, e, f } = new DOMMatrix(getComputedStyle(tile).transform)
  const scale = `scale(${(from.width * a) / to.width}, ${(from.height * d) / to.height})`
  const start = `translate(${from.x + e - to.x}px, ${from.y + f - to.y}px) ${scale}`
  for (const running of tile.getAnimations()) running.cancel()
  tile.animate(
    [
      { transformOrigin: '0 0', transform: start },
      { transformOrigin: '0 0', transform: 'none' },
    ],
    pace,
  )
}

/** The duration and easing of moves, from the page's tokens; zero if the person prefers no motion. */
function paceOf(element: HTMLElement): { duration: number; easing: string } {
  const style = getComputedStyle(element)
  const slow = style.getPropertyValue('--slow').trim()
  const duration = Number.parseFloat(slow) * (slow.endsWith('ms') ? 1 : 1_000)
  return { duration: Number.isFinite(duration) ? duration : 0, easing: style.getPropertyValue('--ease-out').trim() }
}
