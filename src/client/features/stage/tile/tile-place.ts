import type { CSSProperties } from 'react'
import type { Box } from '../layout/layout.ts'

/** How a tile is put where the layout says: in the tray it flows, so that it scrolls; elsewhere it has its own place. */
export function placed(box: Box, inTray: boolean): CSSProperties {
  const size = { inlineSize: box.width, blockSize: box.height }
  return inTray ? { ...size, position: 'relative' } : { ...size, insetInlineStart: box.x, insetBlockStart: box.y }
}
