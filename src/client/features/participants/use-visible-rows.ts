import { useCallback, useState } from 'react'

// Drawn beyond what is seen at either end, and by what steps: a slow scroll changes nothing for a while.
const BEYOND = 6
const STEP = 4

/**
 * Which rows of a long list can be seen in what scrolls around it (`data-scrolls`), where each is `height` px high: the
 * first and the one after the last, and the ref to put on the list.
 */
export function useVisibleRows(
  height: number,
): [number, number, (list: HTMLElement | null) => (() => void) | undefined] {
  const [[first, last], setRange] = useState([0, 24])
  const measure = useCallback(
    (list: HTMLElement | null) => {
      const scroller = list?.closest('[data-scrolls]')
      if (!list || !scroller) return undefined
      const look = () => {
        const above = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top
        const from = Math.max(0, stepped(above / height - BEYOND))
        const to = Math.max(from + STEP, stepped((above + scroller.clientHeight) / height + BEYOND + STEP))
        setRange((range) => (range[0] === from && range[1] === to ? range : [from, to]))
      }
      const observer = new ResizeObserver(look)
      observer.observe(scroller)
      // What stands above moves the list when it grows.
      for (const child of scroller.children) observer.observe(child)
      scroller.addEventListener('scroll', look, { passive: true })
      look()
      return () => {
        observer.disconnect()
        scroller.removeEventListener('scroll', look)
      }
    },
    [height],
  )
  return [first ?? 0, last ?? 0, measure]
}

function stepped(row: number): number {
  return Math.floor(row / STEP) * STEP
}
