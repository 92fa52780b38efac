import type { KeyboardEvent, RefObject } from 'react'

/** The props that make a button the opener of a menu, or of something else beside it. */
export type Opener = {
  tabIndex?: number
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': 'menu' | 'dialog'
  'aria-expanded': boolean
  onClick: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}
