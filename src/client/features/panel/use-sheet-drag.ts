import { useRef, type PointerEvent } from 'react'

export type SheetHeight = 'half' | 'full'

// A finger that moves less than this, in px, is a press.
const SLIP = 8
const FAR = 48

/**
 * The handle of a sheet: a press changes between half and full height; dragging goes up or down by one height, and from half down to
 * closed. Meanwhile the sheet follows by `--pulled` (px) on its parent.
 */
export function useSheetDrag(height: SheetHeight, onHeight: (height: SheetHeight) => void, onClose: () => void) {
  const from = useRef<{ y: number; sheet: number; isPulled: boolean } | null>(null)
  const other = height === 'full' ? 'half' : 'full'

  const end = (event: PointerEvent<HTMLElement>) => {
    const start = from.current
    from.current = null
    roomOf(event)?.style.removeProperty('--pulled')
    if (!start?.isPulled) return
    const pulled = event.clientY - start.y
    if (pulled < -FAR) onHeight('full')
    else if (pulled > FAR && height === 'half') onClose()
    else if (pulled > FAR) onHeight('half')
  }
  const wasPulled = useRef(false)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      const sheet = event.currentTarget.parentElement?.clientHeight ?? 0
      from.current = { y: event.clientY, sheet, isPulled: false }
      wasPulled.current = false
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = from.current
      if (!start || (!start.isPulled && Math.abs(event.clientY - start.y) < SLIP)) return
      start.isPulled = true
      wasPulled.current = true
      roomOf(event)?.style.setProperty('--pulled', `${start.sheet + start.y - event.clientY}px`)
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClick() {
      if (!wasPulled.current) onHeight(other)
      wasPulled.current = false
    },
  }
}

function roomOf(event: PointerEvent<HTMLElement>): HTMLElement | null {
  return event.currentTarget.parentElement?.parentElement ?? null
}
