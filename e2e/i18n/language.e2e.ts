import { expect } from 'vitest'
import { faults } from '../support/axe.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

/** Nothing hangs out at a side, and axe finds nothing. */
async function isWhole(who: Visitor): Promise<void> {
  const sideways = await who.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways, who.page.url()).toBeLessThanOrEqual(0)
  await who.page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await faults(who), who.page.url()).toEqual([])
}

/** The words of the toolbar that do not stand in one line. */
async function brokenWords({ page }: Visitor): Promise<string[]> {
  return await page.getByRole('toolbar').evaluateAll((bars) =>
    bars.flatMap((bar) =>
      [...bar.querySelectorAll('button > span')].flatMap(({ firstChild: text }) =>
        [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange()
          if (text) range.setStart(text, index)
          if (text) range.setEnd(text, index + word.length)
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : []
        }),
      ),
    ),
  )
}

/** How bright the paper is, 0 to 255. */
async function brightness({ page }: Visitor): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  return Math.max(...(colour.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number))
}

story(
  '[LANG-1] [LANG-2] [APPEAR-1] a Hebrew phone reads Hebrew from the right, and changes to German where it stands',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Languages', 'Webinar')
    const noor = await scene.visitor('נור רחימי', { ...PHONE, locale: 'he-IL' })
    const html = noor.page.locator('html')
    await noor.page.goto(links.viewer)
    await noor.types('השם שלך', noor.name)
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['he', 'rtl'])
    await isWhole(noor)
    await noor.presses('המשך')
    await noor.presses('הצטרפות כצופים')
    await noor.reads('מקומך בקהל')
    await isWhole(noor)
    await noor.presses('הרמת יד')
    await hana.reads('נור רחימי')
    await noor.presses('הגדרות')
    await noor.page.getByLabel('שפה', { exact: true }).selectOption('de')
    await noor.page.getByRole('dialog', { name: 'Einstellungen' }).waitFor()
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['de', 'ltr'])
    await noor.page.getByLabel('Darstellung', { exact: true }).selectOption('dark')
    await expect.poll(() => brightness(noor)).toBeLessThan(64)
    await noor.page.keyboard.press('Escape')
    await noor.reads('Ihre Hand ist oben')
    await isWhole(noor)
    for (const width of [390, 360, 320]) {
      await noor.page.setViewportSize({ width, height: 844 })
      expect(await brokenWords(noor), `${width} px wide`).toEqual([])
    }
    // An English browser that reads Hebrew: what opens over the page goes its way too.
    await hana.presses('Settings')
    await hana.page.getByLabel('Language', { exact: true }).selectOption('he')
    await hana.page.getByRole('dialog', { name: 'הגדרות' }).waitFor()
    await hana.page.keyboard.press('Escape')
    await hana.page.getByRole('button', { name: /^הודעות/ }).click()
    const bell = hana.page.getByRole('dialog', { name: 'הודעות' })
    await bell.waitFor()
    expect(await bell.evaluate((each) => getComputedStyle(each).direction)).toBe('rtl')
    // [LANG-3] What was chosen here is remembered, whatever the browser asks for.
    await noor.page.goto(scene.url)
    await noor.button('Raum öffnen').waitFor()
    expect(await brightness(noor)).toBeLessThan(64)
    await isWhole(noor)
  },
)
