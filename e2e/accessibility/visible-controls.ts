import type { Page } from 'playwright-core'

/** What could be pressed, and cannot be seen in its middle even when it is scrolled to: something lies over it, or it is outside. */
export async function coveredControls(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = []
    for (const control of document.querySelectorAll(
      'button, a[href], select, textarea, input:not([type=radio], [type=checkbox])',
    )) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { x, y, width, height } = control.getBoundingClientRect()
      // What is for ears alone is a pixel.
      if (width < 3 || height < 3) continue
      const there = document.elementFromPoint(x + width / 2, y + height / 2)
      if (!control.contains(there))
        found.push(`${control.ariaLabel ?? control.textContent} under ${there?.outerHTML.slice(0, 120)}`)
    }
    return found
  })
}

/** Signs to be pressed that have no border of their own: without backgrounds they would be ink among ink. */
export async function signsWithoutEdge(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('button:has(svg)')]
      .filter((button) => button.textContent.trim() === '' && button.checkVisibility({ visibilityProperty: true }))
      .filter((button) => Number.parseFloat(getComputedStyle(button).borderTopWidth) === 0)
      .map((button) => button.ariaLabel ?? button.outerHTML),
  )
}

/** The least that WCAG 1.4.12 asks a page to bear. */
export const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
