import { useRef, type PointerEvent } from 'react'

// Less is a press that trembled.
const LEAST_PX = 48

/** Turns pages by a finger: towards the start of reading to the next one. Gives the handlers of what is swiped over. */
export function useSwipe(turn: (by: 1 | -1) => void) {
  const began = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown({ pointerType, clientX, clientY, isPrimary }: PointerEvent<HTMLElement>) {
      began.current = pointerType === 'touch' && isPrimary ? { x: clientX, y: clientY } : null
    },
    onPointerUp({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
      const from = began.current
      began.current = null
      if (!from) return
      const [x, y] = [clientX - from.x, clientY - from.y]
      if (Math.abs(x) < LEAST_PX || Math.abs(x) < 2 * Math.abs(y)) return
      const isRead = getComputedStyle(currentTarget).direction === 'ltr'
      turn(x < 0 === isRead ? 1 : -1)
    },
    onPointerCancel() {
      began.current = null
    },
  }
}
