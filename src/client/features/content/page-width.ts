import { PAGE_WIDTHS } from '../../../protocol/portal/content.ts'

/** The width in which a page is fetched that is shown `shown` px wide on a screen of so many dots to a px: the least that is sharp. */
export function widthFor(shown: number, dots: number): number {
  return PAGE_WIDTHS.find((width) => width >= shown * dots - 1) ?? PAGE_WIDTHS[PAGE_WIDTHS.length - 1] ?? 0
}

type Size = { width: number; height: number }

/** How large something of a shape is within a space, whole and uncut, in px. */
export function fitted({ width, height }: Size, space: Size): Size {
  const scale = Math.min(space.width / width, space.height / height)
  return { width: width * scale, height: height * scale }
}

/** Where something of a size lies in the middle of a space, in px: how far from the left and from above. */
export function inMiddle(size: Size, space: Size): Size & { left: number; top: number } {
  return { ...size, left: (space.width - size.width) / 2, top: (space.height - size.height) / 2 }
}
