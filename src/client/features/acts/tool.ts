import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** A button of the toolbar, in the row or, if that is too narrow, in *More*. */
export type Tool = {
  id: string
  /** The id of the button's element, for giving the focus back. */
  element?: string
  icon: LucideIcon
  /** The full name: accessible name, and label in *More*. */
  name: string
  /** The short label under the icon. */
  short: string
  look?: 'plain' | 'on' | 'off' | 'hand' | 'go' | 'leave'
  /** There is something new behind it; the name says so too. */
  isNew?: boolean
  /** Whether what it opens is open. */
  isOpen?: boolean
  /** The smaller, the earlier it moves into *More*; without it, it never does. */
  yields?: number
  /** `from` is the pressed button: a menu or a picker opens beside it. */
  press: (from: HTMLElement) => void
  /** What the button has opened. */
  opened?: ReactNode
}
