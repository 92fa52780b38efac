import { useCallback, useState } from 'react'

/** The inner size of an element in px, as it changes; and the ref for the element. */
export function useSize(): [
  { width: number; height: number },
  (element: HTMLElement | null) => (() => void) | undefined,
] {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const look = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    look()
    return () => observer.disconnect()
  }, [])
  return [size, measure]
}
