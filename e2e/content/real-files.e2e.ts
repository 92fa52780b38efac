import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { lockedPdf } from '../../test/server/bad-files.ts'
import { PROGRAMS, walkOf } from '../../test/server/conversion.ts'
import { pptxOf } from '../../test/server/presentation.ts'
import { firefoxStories } from '../firefox/firefox-story.ts'
import type { FirefoxVisitor } from '../firefox/firefox-visitor.ts'
import { brings, colourOf, selects } from '../support/content-files.ts'
import { apart, until } from '../support/media-checks.ts'
import { showsMoving } from '../support/page-functions.ts'
import type { Visitor } from '../support/visitor.ts'
import { writtenPdf } from '../support/written-pdf.ts'

const RED = [200, 40, 40]
const BLUE = [40, 60, 200]
const PLAN = [
  { text: 'שלום, עולם! ספריית Harbour נפתחת ב־18:00 (בערב).', dir: 'rtl' },
  { text: '港の図書館へ、ようこそ。午後6時に開きます。', dir: 'ltr' },
  { text: 'Welcome to the harbour.', dir: 'ltr' },
] as const

/** Hana presents; Noor reads Hebrew, Kwame takes sound only, and Mei has Firefox. */
const story = firefoxStories(async ({ visitor, withFirefox }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Real files', 'Webinar')
  const kwame = await visitor('Kwame Mensah')
  await kwame.comesToWatch(links.viewer)
  await kwame.presses('Settings')
  await kwame.page.getByRole('switch', { name: 'Sound only' }).click({ force: true })
  await kwame.presses('Close')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  const mei = await withFirefox('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  return { hana, kwame, noor, mei }
})

/** The page that somebody is shown, in the language that they read. */
const slide = ({ page }: Visitor, name: string | RegExp) => page.getByRole('group', { name, exact: true })

async function sees(shown: Locator, colour: readonly number[], x = 0.9, y = 0.9) {
  await shown.waitFor()
  await expect.poll(async () => apart(await colourOf(shown.locator('img'), x, y), colour)).toBeLessThan(30)
}

/** What of a page is read aloud, line by line. */
const lines = async (shown: Locator) => await shown.locator('p').allInnerTexts()

/** Waits until somebody with Firefox is shown a page in a colour. */
async function seesInFirefox(mei: FirefoxVisitor, name: string, [red = 0, green = 0, blue = 0]: readonly number[]) {
  await until(`${name} in Firefox`, async () => {
    const group = await mei.finds(['group', name])
    const colour = await group.evaluate(async (element) => {
      const image = element.querySelector('img')
      const context = new OffscreenCanvas(1, 1).getContext('2d')
      if (!image || !context) return []
      await image.decode()
      context.drawImage(image, image.naturalWidth * 0.9, image.naturalHeight * 0.9, 1, 1, 0, 0, 1, 1)
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
    })
    return colour.length > 0 && apart(colour, [red, green, blue]) < 30
  })
}

story(
  '[CONVERT-7] [LANG-5] Hebrew and Japanese of a PDF are seen and read in their order, in a Hebrew room, by sound alone and in Firefox',
  async ({ hana, kwame, noor, mei }) => {
    await noor.presses('Settings')
    await noor.page.getByLabel('Language', { exact: true }).selectOption('he')
    await noor.page.getByRole('dialog', { name: 'הגדרות' }).waitFor()
    await noor.page.keyboard.press('Escape')
    const buffer = await writtenPdf(hana.context, [
      { ground: `rgb(${RED.join()})`, lines: [...PLAN] },
      { ground: `rgb(${BLUE.join()})`, lines: [{ text: 'Part two', dir: 'ltr' }] },
    ])
    await (await brings(hana, { name: 'Plan.pdf', mimeType: 'application/pdf', buffer })).click()

    const first = (who: Visitor) => slide(who, 'Page 1 of 2 of Plan.pdf')
    const hers = slide(noor, /^עמוד .?1.? מתוך/)
    for (const shown of [first(hana), first(kwame), hers]) {
      await sees(shown, RED)
      await expect.poll(async () => await lines(shown)).toEqual(PLAN.map(({ text }) => text))
    }
    await seesInFirefox(mei, 'Page 1 of 2 of Plan.pdf', RED)
    // Its letters lie over those of the picture, whichever way the room is read.
    const place = async (shown: Locator) => {
      const [line, picture] = [await shown.locator('p').first().boundingBox(), await shown.locator('img').boundingBox()]
      return line && picture && [line.x - picture.x, line.x + line.width - picture.x].map((x) => x / picture.width)
    }
    for (const shown of [first(hana), hers]) {
      const [left = 0, right = 0] = (await place(shown)) ?? []
      expect([Math.abs(left - 0.349) < 0.02, Math.abs(right - 0.937) < 0.02], `${left} to ${right}`).toEqual([
        true,
        true,
      ])
    }

    // The bar goes the other way with all that points: the next page is to the left.
    await hana.presses('Next page')
    const second = slide(noor, /^עמוד .?2.? מתוך/)
    await sees(second, BLUE)
    await sees(slide(kwame, 'Page 2 of 2 of Plan.pdf'), BLUE)
    await seesInFirefox(mei, 'Page 2 of 2 of Plan.pdf', BLUE)
    const [back, on] = [noor.button('העמוד הקודם'), noor.button('העמוד הבא')]
    const [right, left] = [await back.boundingBox(), await on.boundingBox()]
    expect(right?.x).toBeGreaterThan(left?.x ?? Infinity)
    for (const each of [back, on])
      expect(await each.locator('svg').evaluate((icon) => getComputedStyle(icon).scale)).toBe('-1 1')
    await back.click()
    await sees(hers, RED)
    await on.click()
    await sees(second, BLUE)
    await second.press('ArrowRight')
    await sees(hers, RED)
    await hers.press('ArrowLeft')
    await sees(second, BLUE)
    await hana.presses('Stop presenting')
    await second.waitFor({ state: 'detached' })
    await noor.presses('הגדרות')
    await noor.page.getByLabel('שפה', { exact: true }).selectOption('en')
    await noor.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  },
)

story('[CONVERT-14] a photo that lies stands upright for everybody', async ({ hana, kwame, noor, mei }) => {
  const half = (background: string) => ({ create: { width: 400, height: 600, channels: 3 as const, background } })
  const blue = await sharp(half(`rgb(${BLUE.join()})`))
    .png()
    .toBuffer()
  // As a camera keeps it that was held upright: it lies, and says so.
  const buffer = await sharp(half(`rgb(${RED.join()})`))
    .extend({ right: 400, background: '#fff' })
    .composite([{ input: blue, left: 400, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer()
  await (await brings(hana, { name: 'Harbour.jpg', mimeType: 'image/jpeg', buffer })).click()
  const shown = [hana, kwame, noor].map((who) => slide(who, 'Picture Harbour.jpg'))
  for (const each of shown) {
    await sees(each, RED, 0.5, 0.25)
    await sees(each, BLUE, 0.5, 0.75)
    const ratio = await each.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth / img.naturalHeight)
    expect(ratio).toBeCloseTo(600 / 800, 2)
  }
  await seesInFirefox(mei, 'Picture Harbour.jpg', BLUE)
  await hana.presses('Stop presenting')
})

story(
  '[CONVERT-4] [CONVERT-10] slides of an office are shown; what cannot be shown says why',
  async ({ hana, kwame, mei }) => {
    const locked = { name: 'Locked.pdf', mimeType: 'application/pdf', buffer: lockedPdf() }
    await selects(hana, locked)
    await hana.reads('It is locked with a password. Save it without one and upload it again.')
    expect(await hana.button('Present Locked.pdf').isDisabled()).toBe(true)
    await hana.page.keyboard.press('Escape')
    const slides = [
      { text: 'The harbour', colour: 'C82828' },
      { text: 'At night', colour: '283CC8' },
    ]
    const mimeType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
    const file = { name: 'Harbour.pptx', mimeType, buffer: Buffer.from(pptxOf(...slides)) }
    if (!PROGRAMS.soffice) {
      await selects(hana, file)
      await hana.reads('This server cannot open office files. Save it as a PDF and upload that.')
      await hana.page.keyboard.press('Escape')
      return
    }
    await (await brings(hana, file)).click()
    const first = slide(kwame, 'Page 1 of 2 of Harbour.pptx')
    await sees(first, RED)
    await expect.poll(async () => await lines(first)).toEqual(['The harbour'])
    await seesInFirefox(mei, 'Page 1 of 2 of Harbour.pptx', RED)
    await hana.presses('Next page')
    await sees(slide(kwame, 'Page 2 of 2 of Harbour.pptx'), BLUE)
    await hana.presses('Stop presenting')
  },
)

story('[PRESENT-6] [BOARD-1] in Firefox a film moves, and what is drawn is seen', async ({ hana, mei }) => {
  const buffer = walkOf(20, 'webm')
  await (await brings(hana, { name: 'Walk.webm', mimeType: 'video/webm', buffer })).click()
  await until('a moving film', async () => {
    const film = await mei.finds(['group', 'Film Walk.webm'])
    return await film.evaluate(showsMoving, 2_000)
  })
  await hana.presses('Stop presenting')

  await hana.pressesTool('More')
  await hana.page.getByRole('menuitem', { name: 'Whiteboard', exact: true }).click()
  const board = hana.page.getByRole('group', { name: /^Whiteboard, page/ })
  await board.locator('canvas').first().waitFor()
  const ink = async () => {
    const shown = await mei.finds(['group', /^Whiteboard, page/])
    return await shown.evaluate((element) => {
      const canvas = element.querySelector<HTMLCanvasElement>('canvas.static, canvas.excalidraw__canvas')
      const drawn = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let dark = 0
      for (let at = 0; at < drawn.length; at += 4) if ((drawn[at] ?? 255) < 90 && (drawn[at + 3] ?? 0) > 90) dark += 1
      return dark
    })
  }
  const box = await board.boundingBox()
  if (!box) throw new Error('there is no board')
  await hana.page.mouse.click(box.x + box.width / 2, box.y + box.height - 30)
  await hana.page.keyboard.press('r')
  await hana.page.mouse.move(box.x + 300, box.y + 120)
  await hana.page.mouse.down()
  await hana.page.mouse.move(box.x + 440, box.y + 220, { steps: 5 })
  await hana.page.mouse.up()
  await until('what is drawn', async () => (await ink()) > 50)
  await hana.presses('Stop presenting')
})
