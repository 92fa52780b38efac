import type { KeyboardEvent } from 'react'

/** Left and right go from button to button, as a toolbar's keys do (WAI-ARIA, toolbar pattern); in the direction that is read. */
export function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: bar } = event
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
  const isForward = (key === 'ArrowRight') === (getComputedStyle(bar).direction === 'ltr')
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button:enabled')]
  const next = buttons.findIndex((button) => button === document.activeElement) + (isForward ? 1 : -1)
  buttons.at(next % buttons.length)?.focus()
  event.preventDefault()
}
