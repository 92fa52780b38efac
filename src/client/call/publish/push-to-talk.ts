import type { Millis } from '../../../protocol/types.ts'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import type { Call } from '../call-state.ts'

/** Elements where the space bar types, or opens a list of the browser's own. */
const TYPES =
  'textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=searchbox], [role=combobox], ' +
  'input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=reset], [type=range], [type=file])'
const BUTTONS = 'button, summary, [role=button]'
/** Elements that the space bar presses or chooses. */
const PRESSED = `${BUTTONS}, input, [role=tab], [role=switch], [role=checkbox], [role=radio], [role^=menuitem], [role=option]`
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Alt', 'AltGraph', 'Meta', 'Shift'])

/** Holding it longer on an element with keyboard focus means to speak, and not to press. */
const HELD: Millis = 300

/**
 * [MUTE-5] While the space bar alone is held, a muted person on stage is heard, wherever the focus is, except where one types. It ends by
 * letting go, by another key that changes the meaning, and by whatever takes the keyboard away: another window, another tab, a locked
 * screen. [KEYS-5] A button that was pressed by a pointer is not pressed again by it. Runs until the returned function is called.
 */
export function pushToTalk(call: Call): () => void {
  let pointed = pointedBefore()
  // From keydown to keyup the press belongs to this page, and does nothing else.
  let isOurs = false
  let press: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let talks = false

  const talk = () => {
    press = null
    talks = true
    void call.turn('microphone', true)
  }
  const end = () => {
    clearTimeout(timer)
    press = null
    if (talks) void call.turn('microphone', false)
    talks = false
  }
  const down = (event: KeyboardEvent) => {
    if (event.code !== 'Space') return MODIFIERS.has(event.key) && end()
    if (isMore(event)) return end()
    if (event.repeat) return isOurs && keep(event)
    end()
    const target = event.target instanceof HTMLElement ? event.target : document.body
    const isPointed = pointed !== null && target === pointed
    const pressable = isPointed ? null : target.closest<HTMLElement>(PRESSED)
    const may = mayTalk(call, pressable === null)
    isOurs = !target.closest(TYPES) && (may || isPointed)
    if (!isOurs) return undefined
    keep(event)
    press = pressable
    if (may && press) timer = setTimeout(talk, HELD)
    else if (may) talk()
    return undefined
  }
  const up = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || !isOurs) return
    isOurs = false
    keep(event)
    const pressed = press
    end()
    pressed?.click()
  }
  const points = ({ target }: Event) => (pointed = target instanceof Element ? target.closest(BUTTONS) : null)
  const focused = ({ target }: Event) => {
    if (target !== pointed) pointed = null
  }
  const hidden = () => document.hidden && end()

  // In the capture phase, so that no handler that stops a key can keep the microphone open.
  const listening = new AbortController()
  const { signal } = listening
  const how = { capture: true, signal }
  addEventListener('keydown', down, how)
  addEventListener('keyup', up, how)
  addEventListener('pointerdown', points, how)
  addEventListener('focusin', focused, how)
  for (const loss of ['blur', 'pagehide', 'compositionstart']) addEventListener(loss, end, { signal })
  document.addEventListener('visibilitychange', hidden, how)
  return () => {
    end()
    listening.abort()
  }
}

/** This code runs a moment after the room is drawn, and a pointer may have pressed before. */
function pointedBefore(): Element | null {
  const focused = document.activeElement
  return focused?.matches(`:is(${BUTTONS}):not(:focus-visible)`) ? focused : null
}

function keep(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Whether more than the space bar is meant: with another key it is a command, and during composition it chooses. */
function isMore(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, metaKey, shiftKey, isComposing } = event
  return ctrlKey || altKey || metaKey || shiftKey || isComposing || event.getModifierState('AltGraph')
}

/** Whether one is muted on stage. If one is locked, pressing says so, unless the space bar has another use there. */
function mayTalk({ state: { me, session } }: Call, isFree: boolean): boolean {
  if (!me || me.place === 'viewer' || me.microphone) return false
  return isFree || !isLocked(session, me, 'microphone')
}
