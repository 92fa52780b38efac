/**
 * Gives the focus back to an element after the browser has lost it with something that closed. A button that is only visible while its tile
 * is pointed at or focused cannot take it by itself: the tile takes it first. [KEYS-2]
 */
export function handBack(thing: Element | null): void {
  // React Aria gives its own focus back in the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body || !(thing instanceof HTMLElement)) return
      thing.parentElement?.closest<HTMLElement>('[tabindex]')?.focus()
      thing.focus()
    }),
  )
}
