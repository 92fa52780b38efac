/**
 * Hands the focus on from a notice that goes: to the next one, or the one before, or else to the bell, which keeps it. The
 * line itself takes it and none of its buttons: a key that was meant for the old one must not answer the new one.
 */
export function handFocusOn(toast: HTMLElement | null): void {
  if (!toast?.contains(document.activeElement)) return
  const beside = toast.nextElementSibling ?? toast.previousElementSibling
  const to = beside ?? document.querySelector('[data-bell] button')
  if (to instanceof HTMLElement) to.focus()
}
