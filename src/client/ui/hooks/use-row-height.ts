import { useMedia } from './use-media.ts'

const REM = 16

/** How high a row of people is in px, as `--row-person` says: by pointer, and by the size of text that somebody has set. */
export function useRowHeight(): number {
  const isTouched = useMedia('(pointer: coarse)')
  const { fontSize } = getComputedStyle(document.documentElement)
  return Math.round(((isTouched ? 52 : 40) * Number.parseFloat(fontSize)) / REM)
}
