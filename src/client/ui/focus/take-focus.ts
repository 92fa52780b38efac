/** For the heading of what takes the place of something else, or lies over it: it is read out. React focuses fields alone by itself. */
export function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}
