import { PAGE_WIDTHS } from '../../../protocol/portal/content.ts'

/** The width in which a page is fetched that is shown `shown` px wide on a screen of so many dots to a px: the least that is sharp. */
export function widthFor(shown: number, dots: number): number {
  return PAGE_WIDTHS.find((width) => width >= shown * dots - 1) ?? PAGE_WIDTHS[PAGE_WIDTHS.length - 1] ?? 0
}

/** How large something of a shape is within a space, whole and uncut, in px. */
export function fitted(
  { width, height }: { width: number; height: number },
  space: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(space.width / width, space.height / height)
  return { width: width * scale, height: height * scale }
}
