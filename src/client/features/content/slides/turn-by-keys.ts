import type { KeyboardEvent } from 'react'

/** The page that a key turns to from another; null where it turns none. `isRead`: from the left to the right. */
export function pageByKey(key: string, { page, last }: { page: number; last: number }, isRead: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
      return isRead ? page + 1 : page - 1
    case 'ArrowLeft':
      return isRead ? page - 1 : page + 1
    case 'PageDown':
    case 'ArrowDown':
    case ' ':
      return page + 1
    case 'PageUp':
    case 'ArrowUp':
      return page - 1
    case 'Home':
      return 1
    case 'End':
      return last
    default:
      return null
  }
}

/** Turns pages by the keys of a keyboard or of a presenter’s remote, which sends the same. */
export function turnsByKeys(turning: { page: number; last: number; turnTo: (page: number) => void }) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return
    const isRead = getComputedStyle(event.currentTarget).direction === 'ltr'
    const page = pageByKey(event.key, turning, isRead)
    if (page === null) return
    // Neither does the tile walk on, nor the page scroll.
    event.preventDefault()
    event.stopPropagation()
    event.nativeEvent.stopImmediatePropagation()
    turning.turnTo(page)
  }
}
