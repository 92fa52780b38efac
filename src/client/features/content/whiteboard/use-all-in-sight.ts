import { getCommonBounds, getVisibleSceneBounds } from '@excalidraw/excalidraw'
import { useEffect, useRef, type PointerEvent } from 'react'
import type { Api } from './excalidraw.ts'

/** Shows all that is drawn, with room around it, and no larger than it was drawn. */
export function bringIntoView(api: Api): void {
  api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.8, maxZoom: 1, animate: false })
}

/**
 * Keeps all that is drawn in sight for who only looks on, whatever is added and however small their screen becomes. Gives what the board is
 * to be told of: who moves the view looks where they like from then on. [BOARD-1]
 */
export function useAllInSight(api: Api | null, looksOn: boolean) {
  const isOwn = useRef(false)
  useEffect(() => {
    if (!api || !looksOn) return undefined
    isOwn.current = false
    let tried = ''
    const look = () => {
      const elements = api.getSceneElements()
      if (isOwn.current || elements.length === 0) return
      const state = api.getAppState()
      const [left, top, right, bottom] = getCommonBounds(elements)
      const [seenLeft, seenTop, seenRight, seenBottom] = getVisibleSceneBounds(state)
      if (left >= seenLeft && top >= seenTop && right <= seenRight && bottom <= seenBottom) return
      // What fits nowhere is tried once.
      const trial = [left, top, right, bottom, state.width, state.height].join()
      if (trial === tried) return
      tried = trial
      bringIntoView(api)
    }
    look()
    return api.onChange(look)
  }, [api, looksOn])
  const take = () => {
    isOwn.current = true
  }
  return {
    onWheelCapture: take,
    onPointerMoveCapture: ({ buttons }: PointerEvent) => buttons !== 0 && take(),
  }
}
