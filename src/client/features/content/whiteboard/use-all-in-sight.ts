import { getCommonBounds, getVisibleSceneBounds } from '@excalidraw/excalidraw'
import { useEffect, useRef, type PointerEvent } from 'react'
import type { Api } from './excalidraw.ts'

/** Shows all that is drawn, with room around it, and no larger than it was drawn. */
export function bringIntoView(api: Api): void {
  api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.8, maxZoom: 1, animate: false })
}

/**
 * Keeps all that is drawn in sight for who only looks on, whatever is added and however small their screen becomes, and in the middle what
 * was there for who draws. Gives what the board is to be told of: who moves the view looks where they like from then on. [BOARD-1]
 */
export function useAllInSight(api: Api | null, looksOn: boolean) {
  const isOwn = useRef(false)
  useEffect(() => {
    if (!api) return undefined
    isOwn.current = false
    let tried = ''
    let size = api.getAppState()
    const look = () => {
      const state = api.getAppState()
      const { width, height } = size
      const isAnother = state.width !== width || state.height !== height
      size = state
      if (isAnother && (!looksOn || isOwn.current)) keepMiddle(api, { width, height })
      if (!looksOn || isOwn.current) return
      const elements = api.getSceneElements()
      if (elements.length === 0) return
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

/** What was in the middle of a board of another size comes there again. */
function keepMiddle(api: Api, before: { width: number; height: number }): void {
  const { scrollX, scrollY, width, height, zoom } = api.getAppState()
  const appState = {
    scrollX: scrollX + (width - before.width) / 2 / zoom.value,
    scrollY: scrollY + (height - before.height) / 2 / zoom.value,
  }
  api.updateScene({ appState })
}
