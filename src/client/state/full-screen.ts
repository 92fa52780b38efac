import { useEffect } from 'react'
import { useLook, useStageView, type StageView } from './stage-view.ts'

/**
 * Lets a tile, or the whole stage (null), fill the screen. The page itself goes into full screen, and the tile fills the page, so that
 * dialogs, menus and notices are still visible over it. If the browser refuses, nothing changes. [LAYOUT-7]
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

/** Follows the browser, which leaves full screen on Escape. A tile that is gone fills nothing any more. */
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
