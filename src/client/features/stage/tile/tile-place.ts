import type { CSSProperties } from 'react'
import type { Box } from '../layout/layout.ts'

/** The style of a tile: inside the filmstrip it flows, so that it scrolls; elsewhere it is placed by the layout. */
export function placed(box: Box, inFilmstrip: boolean): CSSProperties {
  const size = { inlineSize: box.width, blockSize: box.height }
  return inFilmstrip ? { ...size, position: 'relative' } : { ...size, insetInlineStart: box.x, insetBlockStart: box.y }
}
