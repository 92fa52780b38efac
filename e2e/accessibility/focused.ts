import type { Page } from 'playwright-core'

/** What the focus is on, by name. */
export async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const { activeElement: thing } = document
    if (!thing || thing === document.body) return 'nothing'
    const label = thing instanceof HTMLInputElement ? thing.labels?.[0] : null
    return thing.getAttribute('aria-label') ?? (label ?? thing).textContent.trim()
  })
}
