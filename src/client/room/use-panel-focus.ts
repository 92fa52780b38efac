import { useEffect, useRef } from 'react'

/** The id of whatever button opens the panel just now. */
export const PANEL_OPENER = 'panel-opener'

/** Hands the focus back to what opens the panel, when it is closed from within. */
export function usePanelFocus(isOpen: boolean): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (isClosed && document.activeElement === document.body)
      document.querySelector<HTMLElement>(`#${PANEL_OPENER}`)?.focus()
  }, [isOpen])
}
