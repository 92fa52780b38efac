import { expect } from 'vitest'
import { apart } from '../support/media-checks.ts'
import { brings, colouredPdf } from '../support/content-files.ts'
import { PHONE, serverCompanyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverCompanyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Over slides', 'Webinar')
  const noor = await visitor('Noor Rahimi', PHONE)
  await noor.comesToWatch(links.viewer)
  return { hana, noor, links }
})

const layer = ({ page }: Visitor, number: number) => page.getByRole('group', { name: `Drawn over page ${number}` })

const WHERE = [40, 45, 70, 80] as const

const slide = ({ page }: Visitor, number: number) =>
  page.getByRole('group', { name: new RegExp(`^Page ${number} of `) }).locator('img')

/** Where on its page something red is drawn, in hundredths of the page: left, top, right and bottom; null where nothing is. */
async function red(who: Visitor, number: number): Promise<number[] | null> {
  const page = await slide(who, number).boundingBox()
  const canvas = layer(who, number).locator('canvas.static')
  const box = await canvas.boundingBox()
  if (!page || !box) return null
  const dots = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element
    const { data } = element.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] }
    const at = { xs: [] as number[], ys: [] as number[] }
    for (let dot = 0; dot < data.length / 4; dot += 1) {
      const isRed = (data[4 * dot] ?? 0) > 180 && (data[4 * dot + 1] ?? 255) < 120
      if (!isRed || (data[4 * dot + 3] ?? 0) < 128) continue
      at.xs.push((dot % width) / width)
      at.ys.push(Math.floor(dot / width) / height)
    }
    return at.xs.length === 0 ? null : [Math.min(...at.xs), Math.min(...at.ys), Math.max(...at.xs), Math.max(...at.ys)]
  })
  return (
    dots &&
    dots.map((at, n) =>
      Math.round(
        n % 2 === 0
          ? (100 * (box.x + at * box.width - page.x)) / page.width
          : (100 * (box.y + at * box.height - page.y)) / page.height,
      ),
    )
  )
}

/** Draws a rectangle over a page, or what the pen makes of the same way, from and to hundredths of it. */
async function draws(
  who: Visitor,
  number: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
  tool: 'pen' | 'rectangle' = 'rectangle',
) {
  await layer(who, number).locator('canvas.interactive').waitFor()
  const page = await slide(who, number).boundingBox()
  if (!page) throw new Error('there is nothing to draw on')
  const at = (x: number, y: number) => [page.x + (page.width * x) / 100, page.y + (page.height * y) / 100] as const
  const { mouse } = who.page
  const held = (name: string) => layer(who, number).getByRole('radio', { name, exact: true })
  await expect.poll(async () => await held('Draw').isChecked()).toBe(true)
  if (tool === 'rectangle') await held('Rectangle').check({ force: true })
  await mouse.move(...at(left, top))
  await mouse.down()
  await mouse.move(...at(right, bottom), { steps: 5 })
  await mouse.up()
}

story(
  '[BOARD-5] who may draws over slides, it lies on its page at any size, and goes and comes with that page',
  async ({ hana, noor, visitor, links }) => {
    const pdf = { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: await colouredPdf(3) }
    await (await brings(hana, pdf)).click()
    await hana.page.getByRole('button', { name: 'Next page' }).click()
    await noor.page.getByRole('group', { name: /^Page 2 of / }).waitFor()
    // Nothing is drawn, and nothing of it is loaded.
    expect(
      await noor.page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /assets\/whiteboard/.test(name)),
      ),
    ).toBe(false)
    expect(await noor.button('Draw').count()).toBe(0)

    await hana.presses('Draw')
    await layer(hana, 2).waitFor()
    await draws(hana, 2, WHERE)
    const lies = async (who: Visitor) => apart((await red(who, 2)) ?? [0, 0, 0, 0], WHERE)
    for (const one of [hana, noor]) {
      await layer(one, 2).waitFor()
      await expect.poll(async () => await lies(one)).toBeLessThan(5)
    }
    // What is under it can still be pressed and read.
    await noor.page.getByText('The plan, part 2').waitFor()

    await hana.presses('Next page')
    await layer(noor, 2).waitFor({ state: 'detached' })
    // The pen is in hand from the beginning.
    await draws(hana, 3, [30, 50, 50, 85], 'pen')
    await layer(noor, 3).waitFor()
    await hana.presses('Previous page')
    const mei = await visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await layer(mei, 2).waitFor()
    await expect.poll(async () => await lies(mei)).toBeLessThan(5)

    await hana.page.setViewportSize({ width: 1500, height: 700 })
    await expect.poll(async () => await lies(hana)).toBeLessThan(5)
    await hana.presses('Clear the page')
    for (const one of [hana, noor, mei]) await expect.poll(async () => await red(one, 2)).toBeNull()
    await hana.presses('Draw')
    await layer(hana, 2).waitFor()
    await hana.presses('Next page')
    await layer(noor, 3).waitFor()
    await expect.poll(async () => apart((await red(noor, 3)) ?? [0, 0, 0, 0], [30, 50, 50, 85])).toBeLessThan(5)
    await hana.presses('Stop presenting')
  },
)
