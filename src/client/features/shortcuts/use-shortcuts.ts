import { useEffect, useEffectEvent } from 'react'
import { tinykeys, type KeybindingsMap } from 'tinykeys'
import { isRemembered } from '../../ui/hooks/use-remembered.ts'
import { isOffered, KEYED_ACTS, nowOf, perform, useDoors } from '../acts/index.ts'

type KeyedAct = (typeof KEYED_ACTS)[number]

/** Where letters are typed, or choose by themselves. */
const OWN_USE = 'input, textarea, select, [contenteditable], [role=listbox]'

/** What lies over the room, and has the keys. */
const OVER = '[role=dialog], [role=alertdialog], [role=menu]'

/** The name by which the choice to have no shortcuts is remembered. */
export const SHORTCUTS = 'shortcuts'

/** The keys that acts have, wherever nothing is typed; letters alone are off where somebody turned them off (WCAG 2.1.4). [KEYS-1] */
export function useShortcuts(): void {
  const doors = useDoors()
  const press = useEffectEvent((act: KeyedAct, event: KeyboardEvent) => {
    const now = nowOf(doors)
    if (!now || !isOffered(act, now, null)) return
    event.preventDefault()
    perform(act, doors, now, null)
  })
  useEffect(() => {
    const keys: KeybindingsMap = {}
    for (const act of KEYED_ACTS)
      for (const [pattern, isMeant] of patternsOf(act.shortcut.key))
        keys[pattern] = (event) => isMeant(event) && press(act, event)
    return tinykeys(window, keys, { ignore: isElsewhere })
  }, [])
}

/** How tinykeys is told of a key: by what is printed on it, and where that is no Latin letter, by the one that would be. */
function patternsOf(key: string): [pattern: string, isMeant: (event: KeyboardEvent) => boolean][] {
  const [, held = '[Shift]+', letter = ''] = /^(\$mod\+)?(.)$/.exec(key) ?? []
  const printed: [string, () => boolean] = [held + letter, () => true]
  if (!/[a-z]/.test(letter)) return [printed]
  return [printed, [`${held}Key${letter.toUpperCase()}`, (event) => !/^[\x20-\x7e]$/.test(event.key)]]
}

/** Whether a key is for something else: it is typed, or is taken already, or something over the room has it. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.repeat || event.isComposing || event.defaultPrevented || document.querySelector(OVER)) return true
  if (event.ctrlKey || event.metaKey) return false
  const isTyped = event.target instanceof Element && event.target.closest(OWN_USE) !== null
  return isTyped || !isRemembered(SHORTCUTS, true)
}
