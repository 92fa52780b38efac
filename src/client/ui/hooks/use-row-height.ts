import { useMedia } from './use-media.ts'

const REM = 16

/** The height of a person's row in px, from `--row-person`: it depends on the pointer and on the person's text size. */
export function useRowHeight(): number {
  const isTouched = useMedia('(pointer: coarse)')
  const { fontSize } = getComputedStyle(document.documentElement)
  return Math.round(((isTouched ? 52 : 40) * Number.parseFloat(fontSize)) / REM)
}
