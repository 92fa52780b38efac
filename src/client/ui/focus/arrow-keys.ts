import type { KeyboardEvent } from 'react'

/**
 * Left and right go from button to button in reading direction, Home and End to the first and the last (WAI-ARIA, toolbar pattern). What is
 * opened from the bar has its own keys.
 */
export function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: bar } = event
  const buttons = buttonsOf(bar)
  const at = buttons.findIndex((button) => button === event.target)
  if (at < 0) return
  const isForward = (key === 'ArrowRight') === (getComputedStyle(bar).direction === 'ltr')
  const walks = key === 'ArrowLeft' || key === 'ArrowRight'
  const next = walks ? (at + (isForward ? 1 : -1)) % buttons.length : key === 'Home' ? 0 : key === 'End' ? -1 : null
  if (next === null) return
  buttons.at(next)?.focus()
  event.preventDefault()
}

/** [KEYS-3] Makes one button of a toolbar the stop for Tab: the one that had the focus last, else the first. Use it with `onFocus`. */
export function oneStop(bar: Element | null | undefined): void {
  if (!bar) return
  const buttons = buttonsOf(bar)
  const stop = buttons.find((button) => button === document.activeElement) ?? buttons.find(isStop) ?? buttons[0]
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
}

function isStop(button: HTMLButtonElement): boolean {
  return button.getAttribute('tabindex') === '0'
}

function buttonsOf(bar: Element): HTMLButtonElement[] {
  return [...bar.querySelectorAll<HTMLButtonElement>('button:enabled')]
}
