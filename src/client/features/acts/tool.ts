import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** One act of the toolbar, in the row or, where that is too narrow, in *More*. */
export type Tool = {
  id: string
  /** By what its button is found, where focus comes back to it. */
  element?: string
  icon: LucideIcon
  /** The full name, for ears and tests, and in *More*. */
  name: string
  /** The short one under the sign. */
  short: string
  look?: 'plain' | 'on' | 'off' | 'hand' | 'go' | 'leave'
  /** Something is behind it that was not seen yet; the name says so too. */
  isNew?: boolean
  /** Whether what it opens is open. */
  isOpen?: boolean
  /** The smaller, the earlier it goes into *More*; without it never. */
  yields?: number
  /** `from` is what was pressed: a menu or a picker opens beside it. */
  press: (from: HTMLElement) => void
  /** What the tool has open just now. */
  opened?: ReactNode
}
