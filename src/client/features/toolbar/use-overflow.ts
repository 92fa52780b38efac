import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/**
 * How many buttons must move out of a row for the rest to fit: one more at a time, all before painting. Measured again when the row's width
 * or `what` (the names in it) changes. Gives the number, and the ref for the row.
 */
export function useOverflow(what: string): [number, (row: HTMLElement | null) => (() => void) | undefined] {
  const row = useRef<HTMLElement | null>(null)
  const [width, setWidth] = useState('')
  const [measured, setMeasured] = useState({ what, width, gone: 0 })
  const isFresh = measured.what === what && measured.width === width
  const gone = isFresh ? measured.gone : 0
  useLayoutEffect(() => {
    const isTooNarrow = row.current !== null && row.current.scrollWidth > row.current.clientWidth
    // No row has twenty buttons: one that cannot be made to fit is left as it is.
    if (isTooNarrow && gone < 20) setMeasured({ what, width, gone: gone + 1 })
  }, [what, width, gone])
  const measure = useCallback((element: HTMLElement | null) => {
    row.current = element
    if (!element) return undefined
    // The buttons that never move out are at the end. If they become wider, as with another font or spacing, all buttons have.
    const end = element.children[1] ?? element
    const observer = new ResizeObserver(() => setWidth(`${element.clientWidth} ${end.clientWidth}`))
    observer.observe(element)
    observer.observe(end)
    return () => observer.disconnect()
  }, [])
  return [gone, measure]
}
