/**
 * Gives the focus back to what had it, where the browser has lost it with what closes. A button that shows only while its tile
 * is pointed at or focused cannot take it by itself: the tile takes it first. [KEYS-2]
 */
export function handBack(thing: Element | null): void {
  // React Aria's own hand-back comes with the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body || !(thing instanceof HTMLElement)) return
      thing.parentElement?.closest<HTMLElement>('[tabindex]')?.focus()
      thing.focus()
    }),
  )
}
