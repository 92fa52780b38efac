import { useCallback, useState } from 'react'

// How many rows are drawn beyond the visible ones, and in what steps: slow scrolling changes nothing for a while.
const BEYOND = 6
const STEP = 4

/**
 * Which rows of a long list are visible in the scrolling element around it (`data-scrolls`), if each is `height` px high: the first, and
 * the one after the last; and the ref for the list.
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
      // Content above the list moves it when it grows.
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
