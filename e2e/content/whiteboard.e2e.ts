import { readFile } from 'node:fs/promises'
import { PDFDocument } from 'pdf-lib'
import { expect } from 'vitest'
import { serverCompanyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverCompanyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Whiteboard', 'Webinar')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  return { hana, noor, links }
})

const board = ({ page }: Visitor) => page.getByRole('group', { name: /^Whiteboard, page/ })

/** How many dots of what is drawn are dark. */
const ink = async (who: Visitor) =>
  await board(who)
    .locator('canvas.static, canvas.excalidraw__canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 90 && (data[at + 3] ?? 0) > 90) dark += 1
      return dark
    })

/** Draws a rectangle with the mouse. */
async function draws(who: Visitor, [left, top]: [number, number]) {
  const box = await board(who).boundingBox()
  if (!box) throw new Error('there is no board')
  const { mouse, keyboard } = who.page
  await mouse.click(box.x + box.width / 2, box.y + box.height - 30)
  await keyboard.press('r')
  await mouse.move(box.x + left, box.y + top)
  await mouse.down()
  await mouse.move(box.x + left + 120, box.y + top + 80, { steps: 5 })
  await mouse.up()
}

async function chooses(who: Visitor, act: string) {
  await who.pressesTool('More')
  await who.page.getByRole('menuitem', { name: act, exact: true }).click()
}

story(
  '[BOARD-1] [BOARD-3] [BOARD-4] what one draws all see, late-comers too, and who may not looks on',
  async ({ hana, noor, visitor, links }) => {
    await chooses(hana, 'Whiteboard')
    for (const one of [hana, noor]) await board(one).waitFor()
    await draws(hana, [300, 120])
    await expect.poll(async () => await ink(hana)).toBeGreaterThan(50)
    await expect.poll(async () => await ink(noor)).toBeGreaterThan(50)
    expect(await noor.button('Clear the page').count()).toBe(0)

    await hana.chooses('Edit permissions', 'Noor Rahimi')
    await hana.page.getByRole('switch', { name: 'Draw' }).click({ force: true })
    await hana.page.keyboard.press('Escape')
    await noor.button('Clear the page').waitFor()
    const before = await ink(hana)
    await draws(noor, [520, 240])
    await expect.poll(async () => await ink(hana)).toBeGreaterThan(before + 50)

    const mei = await visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await expect.poll(async () => await ink(mei)).toBeGreaterThan(50)
    // On a smaller screen nothing of it is lost from sight.
    await mei.page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(async () => await ink(mei)).toBeGreaterThan(50)
    await mei.page.setViewportSize({ width: 1280, height: 800 })

    await hana.presses('Clear the page')
    for (const one of [hana, noor, mei]) await expect.poll(async () => await ink(one)).toBeLessThan(20)
    await board(hana).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => await ink(hana)).toBeGreaterThan(50)
    await expect.poll(async () => await ink(mei)).toBeGreaterThan(50)

    await hana.presses('Add a page')
    await mei.page.getByRole('group', { name: 'Whiteboard, page 2' }).waitFor()
    await expect.poll(async () => await ink(mei)).toBeLessThan(20)
    const saving = hana.page.waitForEvent('download')
    await hana.presses('Save as PDF')
    const pdf = await saving
    expect(pdf.suggestedFilename()).toBe('Whiteboard.pdf')
    // All of its pages, also that which is not shown.
    expect((await PDFDocument.load(await readFile(await pdf.path()))).getPageCount()).toBe(2)
    await hana.presses('Stop presenting')
    await board(mei).waitFor({ state: 'detached' })

    // Opened again it is as it was left.
    await chooses(hana, 'Whiteboard')
    await mei.page.getByRole('group', { name: 'Whiteboard, page 1' }).waitFor()
    await expect.poll(async () => await ink(mei)).toBeGreaterThan(50)
    await mei.reads('Page 1 of 2')
    await hana.presses('Stop presenting')
  },
)

story('[LANG-3] a whiteboard leaves the page in its language and direction', async ({ hana, visitor, links }) => {
  const tamar = await visitor('Tamar Levi')
  await tamar.comesToWatch(links.moderator)
  await tamar.presses('Settings')
  await tamar.page.getByLabel('Language', { exact: true }).selectOption({ label: 'עברית' })
  await tamar.page.waitForFunction(() => document.documentElement.dir === 'rtl')
  await tamar.page.keyboard.press('Escape')
  await chooses(hana, 'Whiteboard')
  // Its tools are there once its language is.
  await tamar.page.getByRole('radio', { name: 'מלבן' }).waitFor()
  expect(
    await tamar.page.evaluate(() => [document.documentElement.dir, document.documentElement.lang.slice(0, 2)]),
  ).toEqual(['rtl', 'he'])
  await hana.presses('Stop presenting')
})
