/**
 * Moves the focus on when a notice disappears: to the next one, the previous one, or else the bell. It goes to the notice and to none of
 * its buttons: a key that was meant for the old notice must not answer the new one.
 */
export function handFocusOn(toast: HTMLElement | null): void {
  if (!toast?.contains(document.activeElement)) return
  const beside = toast.nextElementSibling ?? toast.previousElementSibling
  const to = beside ?? document.querySelector('[data-bell] button')
  if (to instanceof HTMLElement) to.focus()
}
