import { useEffect, useEffectEvent } from 'react'
import { isRemembered } from '../../ui/hooks/use-remembered.ts'
import { isOffered, perform, type Doors } from '../acts/act.ts'
import { isModified } from './key-name.ts'
import { KEYED_ACTS } from '../acts/own-acts.tsx'
import { nowOf, useDoors } from '../acts/use-acts.ts'

/** Where letters are typed, or choose by themselves. */
const OWN_USE = 'input, textarea, select, [contenteditable], [role=listbox]'

/** What lies over the room, and has the keys. */
const OVER = '[role=dialog], [role=alertdialog], [role=menu]'

/** The name by which the choice to have no shortcuts is remembered. */
export const SHORTCUTS = 'shortcuts'

/** One letter for what is done most, where nothing is typed; off where somebody turned them off (WCAG 2.1.4). [KEYS-1] */
export function useShortcuts(): void {
  const doors = useDoors()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.repeat || event.defaultPrevented || document.querySelector(OVER)) return
    const isHeld = isModified(event)
    if (!isHeld && (event.ctrlKey || event.metaKey || isTyped(event) || !isRemembered(SHORTCUTS, true))) return
    const act = actOf(isHeld ? `$mod+${letterOf(event)}` : letterOf(event), doors)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function isTyped({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(OWN_USE) !== null
}

/** What is printed on the key; where that is no Latin letter, what would be. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
}

/** What a letter does just now. */
function actOf(letter: string, doors: Doors): (() => void) | null {
  const now = nowOf(doors)
  const act = KEYED_ACTS.find(({ shortcut }) => shortcut.key === letter)
  return now && act && isOffered(act, now, null) ? () => perform(act, doors, now, null) : null
}
