import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useLayer } from '../../app/back.ts'
import { handBack } from '../focus/give-back-focus.ts'
import { useIsSmall } from '../hooks/is-phone.ts'
import { lazyPart } from '../hooks/lazy-part.tsx'
import type { Act } from './MenuList.tsx'
import type { Opener } from './opener.ts'

const MenuOpened = lazyPart(async () => (await import('./MenuOpened.tsx')).MenuOpened)

const MenuSheet = lazyPart(async () => (await import('./MenuSheet.tsx')).MenuSheet)

type Props = { children: (opener: Opener) => ReactNode; label: string; acts: readonly Act[] }

type OpenedProps = {
  trigger: RefObject<HTMLButtonElement | null>
  label: string
  acts: readonly Act[]
  onClose: () => void
}

/** The opened menu: beside its button, or as a sheet on a small screen. */
export function Opened(props: OpenedProps) {
  const Surface = useIsSmall() ? MenuSheet : MenuOpened
  useLayer(true, props.onClose)
  return <Surface {...props} />
}

/** The button of something that opens by press or arrow down, and whether it is open. */
export function useOpener() {
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  const onKeyDown = (event: KeyboardEvent) => {
    // While its code is still loading, one can change one's mind.
    if (event.key === 'Escape') setIsOpen(false)
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    open()
  }
  const opener: Opener = {
    ref: trigger,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onClick: open,
    onKeyDown,
  }
  const close = () => {
    setIsOpen(false)
    handBack(trigger.current)
  }
  return { trigger, opener, isOpen, close }
}

/** A menu of acts behind a button; its code is loaded with the first opening. */
export function Menu({ children, label, acts }: Props) {
  const { trigger, opener, isOpen, close } = useOpener()
  return (
    <>
      {children(opener)}
      {isOpen && <Opened trigger={trigger} label={label} acts={acts} onClose={close} />}
    </>
  )
}
