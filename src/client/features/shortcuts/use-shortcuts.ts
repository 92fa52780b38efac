import { useEffect, useEffectEvent } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import type { Call } from '../../call/call-state.ts'
import { isRemembered } from '../../ui/hooks/use-remembered.ts'
import { useCall } from '../../state/use-call.ts'
import type { PanelTab } from '../panel/panel-tab.ts'

/** What the keys open besides what they do in the call. */
export type Doors = { panel: (tab: PanelTab) => void; help: () => void }

/** Where letters are typed, or choose by themselves. */
const OWN_USE =
  'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog]'

/** The name by which the choice to have no shortcuts is remembered. */
export const SHORTCUTS = 'shortcuts'

/** One letter for what is done most, where nothing is typed; off where somebody turned them off (WCAG 2.1.4). [KEYS-1] */
export function useShortcuts(doors: Doors): void {
  const call = useCall()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(OWN_USE)) return
    if (document.querySelector('[role=dialog], [role=alertdialog]') || !isRemembered(SHORTCUTS, true)) return
    const act = actOf(letterOf(event), call, doors)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** What is printed on the key; where that is no Latin letter, what would be. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
}

function actOf(letter: string, call: Call, { panel, help }: Doors): (() => void) | null {
  const { me, session } = call.state
  if (!me) return null
  const isUp = me.place !== 'viewer'
  const hasHand = session.hands.has(me.id)
  switch (letter) {
    case 'm':
      return isUp ? () => void call.turn('microphone', !me.microphone) : null
    case 'v':
      return isUp ? () => void call.turn('camera', !me.camera) : null
    case 'h':
      if (hasHand) return () => void call.ask({ type: 'lowerHand', person: me.id })
      return can(me, 'raiseHand') ? () => void call.ask({ type: 'raiseHand' }) : null
    case 'c':
      return () => panel('chat')
    case 'p':
      return () => panel('participants')
    case '?':
      return help
    default:
      return null
  }
}
