import type { Call } from './live.ts'

/** What the space bar is for by itself: typing, pressing, choosing, and going down a dialog. */
const OWN_USE = 'input, textarea, select, button, a, [role=menu], [role=dialog], [role=alertdialog], [contenteditable]'

/**
 * [MUTE-5] While the space bar is held, a muted person on stage is heard. Letting go ends it, and so does whatever takes
 * the keyboard away: another window, another tab, a locked screen. Runs until the returned function is called.
 */
export function pushToTalk(call: Call): () => void {
  let isHeld = false
  const down = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || event.repeat || isHeld) return
    const { me } = call.state
    if (!me || me.place === 'viewer' || me.microphone) return
    if (event.target instanceof Element && event.target.closest(OWN_USE)) return
    event.preventDefault()
    isHeld = true
    void call.turn('microphone', true)
  }
  const end = () => {
    if (!isHeld) return
    isHeld = false
    void call.turn('microphone', false)
  }
  const up = (event: KeyboardEvent) => event.code === 'Space' && end()
  const hidden = () => document.hidden && end()
  addEventListener('keydown', down)
  addEventListener('keyup', up)
  addEventListener('blur', end)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    end()
    removeEventListener('keydown', down)
    removeEventListener('keyup', up)
    removeEventListener('blur', end)
    document.removeEventListener('visibilitychange', hidden)
  }
}
