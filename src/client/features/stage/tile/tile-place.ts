import type { CSSProperties } from 'react'
import type { Box } from '../layout/layout.ts'

/** How a tile is put where the layout says: in the filmstrip it flows, so that it scrolls; elsewhere it has its own place. */
export function placed(box: Box, inFilmstrip: boolean): CSSProperties {
  const size = { inlineSize: box.width, blockSize: box.height }
  return inFilmstrip ? { ...size, position: 'relative' } : { ...size, insetInlineStart: box.x, insetBlockStart: box.y }
}
