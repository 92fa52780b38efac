import { useEffect, useEffectEvent } from 'react'
import { tinykeys, type KeybindingsMap } from 'tinykeys'
import { isRemembered } from '../../ui/hooks/use-remembered.ts'
import { isOffered, KEYED_ACTS, nowOf, perform, useActContext } from '../acts/index.ts'

type KeyedAct = (typeof KEYED_ACTS)[number]

/** Elements in which letters are typed, or choose something. */
const OWN_USE = 'input, textarea, select, [contenteditable], [role=listbox]'

/** Elements over the room that have the keyboard. */
const OVER = '[role=dialog], [role=alertdialog], [role=menu]'

/** The name under which it is stored that somebody turned the shortcuts off. */
export const SHORTCUTS = 'shortcuts'

/** The shortcuts of acts, wherever nothing is typed. Letters can be turned off (WCAG 2.1.4). [KEYS-1] */
export function useShortcuts(): void {
  const context = useActContext()
  const press = useEffectEvent((act: KeyedAct, event: KeyboardEvent) => {
    const now = nowOf(context)
    if (!now || !isOffered(act, now, null)) return
    event.preventDefault()
    perform(act, context, now, null)
  })
  useEffect(() => {
    const keys: KeybindingsMap = {}
    for (const act of KEYED_ACTS)
      for (const [pattern, isMeant] of patternsOf(act.shortcut.key))
        keys[pattern] = (event) => isMeant(event) && press(act, event)
    return tinykeys(window, keys, { ignore: isElsewhere })
  }, [])
}

/** The patterns of a key for tinykeys: its label, and on keyboards without Latin letters the key at its place. */
function patternsOf(key: string): [pattern: string, isMeant: (event: KeyboardEvent) => boolean][] {
  const [, held = '[Shift]+', letter = ''] = /^(\$mod\+)?(.)$/.exec(key) ?? []
  const printed: [string, () => boolean] = [held + letter, () => true]
  if (!/[a-z]/.test(letter)) return [printed]
  return [printed, [`${held}Key${letter.toUpperCase()}`, (event) => !/^[\x20-\x7e]$/.test(event.key)]]
}

/** Whether a key is meant for something else: it is typed, handled already, or something over the room has the keyboard. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.repeat || event.isComposing || event.defaultPrevented || document.querySelector(OVER)) return true
  if (event.ctrlKey || event.metaKey) return false
  const isTyped = event.target instanceof Element && event.target.closest(OWN_USE) !== null
  return isTyped || !isRemembered(SHORTCUTS, true)
}
