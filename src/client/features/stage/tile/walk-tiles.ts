/** Arrow keys go from tile to tile, in reading direction; Tab goes from a tile to its buttons. */
export function walkTiles(): () => void {
  document.addEventListener('keydown', walk)
  return () => document.removeEventListener('keydown', walk)
}

function walk(event: KeyboardEvent): void {
  const { key, target } = event
  if (!(target instanceof HTMLElement) || !target.matches('[data-tile]')) return
  const isRead = getComputedStyle(target).direction === 'ltr'
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: isRead ? 1 : -1, ArrowLeft: isRead ? -1 : 1 }[key]
  if (step === undefined) return
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-tile]')]
  tiles.at((tiles.indexOf(target) + step) % tiles.length)?.focus()
  event.preventDefault()
}
