import { useCallback } from 'react'

const FOCUSABLE = 'button:enabled, input, a[href], [tabindex="0"]'

/**
 * Keeps the focus in a list whose rows come and go: when the focused thing vanishes, the one that has come into its place
 * gets it, else the last. Gives the ref to put on the list.
 */
export function useFocusKept(): (list: HTMLElement | null) => (() => void) | undefined {
  return useCallback((list: HTMLElement | null) => {
    if (!list) return undefined
    let held: { thing: Element; place: number } | null = null
    const look = () => {
      const things = [...list.querySelectorAll<HTMLElement>(FOCUSABLE)]
      const now = document.activeElement
      if (now && now !== document.body) {
        held = list.contains(now) ? { thing: now, place: things.findIndex((each) => each === now) } : null
      } else if (held && !held.thing.isConnected) {
        things[Math.min(held.place, things.length - 1)]?.focus()
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
