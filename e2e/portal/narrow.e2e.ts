import { expect } from 'vitest'
import { stories } from '../support/story.ts'

const story = stories()

// The longest words, and the other direction.
const LOCALES = ['fr', 'de', 'he']

story('no page around the room is wider than the narrowest phone', async ({ visitor, url }) => {
  const wide: string[] = []
  for (const locale of LOCALES) {
    const { page } = await visitor(locale, {
      viewport: { width: 320, height: 640 },
      isMobile: true,
      hasTouch: true,
      locale,
    })
    const looks = async (path: string) => {
      if (path !== '') await page.goto(`${url}${path}`)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) wide.push(`${locale} ${path}: ${width}`)
    }
    await looks('/sign-up')
    const fields = page.locator('form input')
    for (const [n, typed] of ['Hana', `narrow-${locale}@example.org`, 'correct horse battery'].entries())
      await fields.nth(n).fill(typed)
    await page.keyboard.press('Enter')
    await page.getByRole('radio').first().waitFor()
    await fields.nth(0).fill('Harbour library')
    await fields.nth(1).fill('Hana')
    await page.locator('form button[type=submit]').click()
    await page.waitForURL(/\/r\//)
    const room = new URL(page.url()).pathname
    for (const path of [room, `${room}/edit`, '/', '/sign-in', '/forgot', '/account', '/sessions', '/new', '/admin'])
      await looks(path)
  }
  expect(wide).toEqual([])
})
