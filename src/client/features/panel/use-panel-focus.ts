import { useEffect, useRef } from 'react'

/** The id of the button that opens the panel at the moment. */
export const PANEL_OPENER = 'panel-opener'

/** Gives the focus back to that button when the panel is closed from inside, and moves it into the panel if the panel covers everything else. */
export function usePanelFocus(isOpen: boolean): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const was = wasOpen.current
    wasOpen.current = isOpen
    const opener = document.querySelector<HTMLElement>(`#${PANEL_OPENER}`)
    if (!was && isOpen && opener?.checkVisibility({ visibilityProperty: true }) === false)
      document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
    if (was && !isOpen && document.activeElement === document.body) opener?.focus()
  }, [isOpen])
}
