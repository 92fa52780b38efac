import { useSyncExternalStore } from 'react'

const TOUCH = '(pointer: coarse)'
const REM = 16

/** How high a row of people is in px, as `--row-person` says: by pointer, and by the size of text that somebody has set. */
export function useRowHeight(): number {
  return useSyncExternalStore(watch, read)
}

function watch(changed: () => void): () => void {
  const list = matchMedia(TOUCH)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

function read(): number {
  const { fontSize } = getComputedStyle(document.documentElement)
  return Math.round(((matchMedia(TOUCH).matches ? 52 : 40) * Number.parseFloat(fontSize)) / REM)
}
