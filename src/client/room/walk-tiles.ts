import type { KeyboardEvent } from 'react'

/** Arrow keys go from tile to tile, in the direction that is read; Tab goes on from a tile into its buttons. */
export function walkTiles(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: frame, target } = event
  if (!(target instanceof HTMLElement) || !target.matches('[data-tile]')) return
  const isRead = getComputedStyle(frame).direction === 'ltr'
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: isRead ? 1 : -1, ArrowLeft: isRead ? -1 : 1 }[key]
  if (step === undefined) return
  const tiles = [...frame.querySelectorAll<HTMLElement>('[data-tile]')]
  tiles.at((tiles.indexOf(target) + step) % tiles.length)?.focus()
  event.preventDefault()
}
