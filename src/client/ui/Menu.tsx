import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useIsSmall } from './is-phone.ts'
import { later } from './later.tsx'
import type { Act } from './MenuOpened.tsx'

/** What makes a button the opener of a menu, or of something else beside it. */
export type Opener = {
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': 'menu' | 'dialog'
  'aria-expanded': boolean
  onClick: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

const MenuOpened = later(async () => (await import('./MenuOpened.tsx')).MenuOpened)

const MenuSheet = later(async () => (await import('./MenuSheet.tsx')).MenuSheet)

type Props = { children: (opener: Opener) => ReactNode; label: string; acts: readonly Act[] }

/** A menu of acts behind a button, by press or arrow down; its code comes with the first opening. */
export function Menu({ children, label, acts }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const isSmall = useIsSmall()
  const Opened = isSmall ? MenuSheet : MenuOpened
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    open()
  }
  return (
    <>
      {children({ ref: trigger, 'aria-haspopup': 'menu', 'aria-expanded': isOpen, onClick: open, onKeyDown })}
      {isOpen && <Opened trigger={trigger} label={label} acts={acts} onClose={() => setIsOpen(false)} />}
    </>
  )
}
