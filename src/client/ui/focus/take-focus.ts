/** For the heading of something that replaces or covers something else, so that it is read. React itself only focuses fields. */
export function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}
