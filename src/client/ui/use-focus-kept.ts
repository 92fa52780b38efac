import { useCallback } from 'react'

const FOCUSABLE = 'button:enabled, input, a[href], [tabindex="0"]'

/**
 * Keeps the focus in a list whose rows come and go: when the focused thing vanishes, another one in its row gets it; without
 * the row, the one that has come into its place, else the last. Gives the ref to put on the list.
 */
export function useFocusKept(): (list: HTMLElement | null) => (() => void) | undefined {
  return useCallback((list: HTMLElement | null) => {
    if (!list) return undefined
    let held: { thing: Element; row: Element | null; place: number } | null = null
    const look = () => {
      const things = [...list.querySelectorAll<HTMLElement>(FOCUSABLE)]
      const now = document.activeElement
      if (now && now !== document.body) {
        const place = things.findIndex((each) => each === now)
        held = place < 0 ? null : { thing: now, row: now.closest('li'), place }
      } else if (held && !held.thing.isConnected) {
        const inRow = held.row?.isConnected ? held.row.querySelector<HTMLElement>(FOCUSABLE) : null
        const next = inRow ?? things[Math.min(held.place, things.length - 1)]
        next?.focus({ preventScroll: true })
      }
    }
    const observer = new MutationObserver(look)
    observer.observe(list, { childList: true, subtree: true })
    list.addEventListener('focusin', look)
    return () => {
      observer.disconnect()
      list.removeEventListener('focusin', look)
    }
  }, [])
}
