import { useEffect } from 'react'
import { useLook, useStageView, type StageView } from '../../state/stage-view.ts'

/**
 * Lets a tile, or with null the whole stage, fill the screen. For the browser the page itself does, and the tile the page: so
 * dialogs, menus and notices, which belong to the page, lie over it. Refused where the browser will not: then all stays as it is.
 * [LAYOUT-7]
 */
export function fillScreen(view: StageView, tile: string | null): void {
  document.documentElement.requestFullscreen().then(
    () => view.setFull({ tile }),
    () => {},
  )
}

export function leaveFullScreen(): void {
  document.exitFullscreen().catch(() => {})
}

/** Keeps to what the browser does: it leaves at Escape. What has gone from the stage fills nothing any more. */
export function useFullScreen(tiles: readonly string[]): void {
  const view = useStageView()
  const isOver = useLook(({ full }) => full !== null && full.tile !== null && !tiles.includes(full.tile))
  useEffect(() => {
    const look = () => {
      if (!document.fullscreenElement) view.setFull(null)
    }
    document.addEventListener('fullscreenchange', look)
    return () => {
      document.removeEventListener('fullscreenchange', look)
      if (view.look.full) leaveFullScreen()
    }
  }, [view])
  useEffect(() => {
    if (isOver) leaveFullScreen()
  }, [isOver])
}
