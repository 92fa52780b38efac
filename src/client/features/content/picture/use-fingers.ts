import { useRef, type PointerEvent } from 'react'
import type { Zoom } from '../../../../protocol/presenting/content.ts'
import { moved, pinched } from './zoom.ts'

type Point = { x: number; y: number }

/** Where a finger is, from the middle of what is seen. */
function at({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Point {
  const box = currentTarget.getBoundingClientRect()
  return { x: clientX - box.x - box.width / 2, y: clientY - box.y - box.height / 2 }
}

/**
 * Drags a picture that is near by one finger or the mouse, and brings it nearer by two. Gives the handlers of what is taken hold of. `size`: of
 * the whole picture, in px.
 */
export function useFingers(zoom: Zoom, size: { width: number; height: number }, setZoom: (zoom: Zoom) => void) {
  const fingers = useRef(new Map<number, Point>())
  // Where the fingers were, and the picture with them, when one was put down or taken away last.
  const from = useRef<{ zoom: Zoom; points: Point[] }>({ zoom, points: [] })
  const begin = () => {
    from.current = { zoom, points: [...fingers.current.values()] }
  }
  const lift = ({ pointerId }: PointerEvent<HTMLElement>) => {
    if (fingers.current.delete(pointerId)) begin()
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (fingers.current.size === 2) return
      event.currentTarget.setPointerCapture(event.pointerId)
      fingers.current.set(event.pointerId, at(event))
      begin()
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!fingers.current.has(event.pointerId)) return
      fingers.current.set(event.pointerId, at(event))
      const [was, wasToo] = from.current.points
      const [is, isToo] = fingers.current.values()
      if (!was || !is) return
      if (wasToo && isToo) setZoom(pinched(from.current.zoom, [was, wasToo], [is, isToo], size))
      else if (from.current.zoom.scale > 1)
        setZoom(moved(from.current.zoom, { x: is.x - was.x, y: is.y - was.y }, size))
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  }
}
