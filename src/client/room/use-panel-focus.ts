import { useEffect, useRef } from 'react'

/** The id of whatever button opens the panel just now. */
export const PANEL_OPENER = 'panel-opener'

/** Hands the focus back to what opens the panel, when it is closed from within; and in, where the panel leaves nothing else in sight. */
export function usePanelFocus(isOpen: boolean): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const was = wasOpen.current
    wasOpen.current = isOpen
    if (!was && isOpen && !document.activeElement?.checkVisibility({ visibilityProperty: true }))
      document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
    if (was && !isOpen && document.activeElement === document.body)
      document.querySelector<HTMLElement>(`#${PANEL_OPENER}`)?.focus()
  }, [isOpen])
}
