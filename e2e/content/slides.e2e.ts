import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { apart, hearsAloud } from '../support/media-checks.ts'
import { brings, colouredPdf, COLOURS, colourOf } from '../support/content-files.ts'
import { companyStories, PHONE } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Slides', 'Webinar')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  return { hana, noor, links }
})

const slide = ({ page }: Visitor, number: number) =>
  page.getByRole('group', { name: new RegExp(`^Page ${number} of `) })

async function sees(who: Visitor, number: number) {
  const page = slide(who, number)
  await page.waitFor()
  const colour = COLOURS[(number - 1) % COLOURS.length] ?? COLOURS[0]
  await expect.poll(async () => apart(await colourOf(page.locator('img')), colour)).toBeLessThan(30)
}

story(
  '[PRESENT-2] [PRESENT-4] [LOOK-1] slides are brought, seen by all on the same page, looked back in and followed',
  async ({ hana, noor, visitor, links }) => {
    expect(await noor.button('Select a media').count()).toBe(0)
    const pdf = { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: await colouredPdf(4) }
    await (await brings(hana, pdf)).click()
    for (const one of [hana, noor]) await sees(one, 1)
    await hearsAloud(noor, 'Hana Weber presents Plan.pdf')
    await noor.page.getByText('The plan, part 1').waitFor()

    await slide(hana, 1).press('ArrowRight')
    for (const one of [hana, noor]) await sees(one, 2)
    await slide(hana, 2).press('End')
    await sees(noor, 4)

    // She looks back on her own, and whoever presents moves nobody who does.
    expect(await slide(noor, 4).page().getByRole('button', { name: 'Next page' }).count()).toBe(1)
    await noor.presses('Previous page')
    await sees(noor, 3)
    await slide(hana, 4).press('Home')
    await sees(hana, 1)
    await sees(noor, 3)
    await noor.presses('Follow')
    await sees(noor, 1)

    await slide(hana, 1).press('PageDown')
    const mei = await visitor('Mei Tanaka', PHONE)
    await mei.comesToWatch(links.viewer)
    await sees(mei, 2)
    await hana.page.reload()
    await sees(hana, 2)
    await sees(noor, 2)

    await hana.presses('Stop presenting')
    await slide(noor, 2).waitFor({ state: 'detached' })
    await hearsAloud(noor, 'What Hana Weber presented is over')
  },
)

story('[PRESENT-4] pages are chosen among small ones, which are opened and put away', async ({ hana, noor }) => {
  const pdf = { name: 'Long.pdf', mimeType: 'application/pdf', buffer: await colouredPdf(12) }
  await (await brings(hana, pdf)).click()
  await sees(noor, 1)
  await hana.presses('All pages')
  const all = hana.page.getByRole('navigation', { name: 'All pages' })
  const small = (number: number) => all.getByRole('button', { name: `Page ${number}`, exact: true })
  await small(3).click()
  await sees(noor, 3)
  await slide(hana, 3).press('End')
  await sees(noor, 12)
  const isInSight = async (button: Locator) => {
    const [row, box] = [await all.boundingBox(), await button.boundingBox()]
    return row && box && box.x >= row.x && box.x + box.width <= row.x + row.width
  }
  await expect.poll(async () => await isInSight(small(12))).toBe(true)
  await hana.presses('All pages')
  await all.waitFor({ state: 'detached' })
  await sees(hana, 12)
  // Opened again, all pages show where everybody is, and not the first.
  await hana.presses('All pages')
  await small(12)
    .locator('img')
    .evaluate(async (picture: HTMLImageElement) => await picture.decode())
  await expect.poll(async () => await isInSight(small(12))).toBe(true)
  await hana.presses('All pages')
  await hana.presses('Stop presenting')
  await slide(noor, 12).waitFor({ state: 'detached' })
})
