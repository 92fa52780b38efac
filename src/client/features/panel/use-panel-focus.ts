import { useEffect, useRef } from 'react'

/** The id of whatever button opens the panel just now. */
export const PANEL_OPENER = 'panel-opener'

/** Hands the focus back to what opens the panel, when it is closed from within; and in, where the panel leaves nothing else in sight. */
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
