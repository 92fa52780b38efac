import type { Page } from 'playwright-core'

/** What the focus is on, by name. */
export async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const { activeElement: thing } = document
    if (!thing || thing === document.body) return 'nothing'
    const isField =
      thing instanceof HTMLInputElement || thing instanceof HTMLTextAreaElement || thing instanceof HTMLSelectElement
    const label = isField ? thing.labels?.[0] : null
    return thing.getAttribute('aria-label') ?? (label ?? thing).textContent.trim()
  })
}

/** Presses a key until the focus is on something. */
export async function goes(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if ((await focused(page)) === name) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to ${name}, but to ${await focused(page)}`)
}
