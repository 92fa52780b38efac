import sharp from 'sharp'
import { expect } from 'vitest'
import { brings } from '../support/content-files.ts'
import { apart } from '../support/media-checks.ts'
import { PHONE, serverCompanyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverCompanyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Pictures', 'Webinar')
  const noor = await visitor('Noor Rahimi', PHONE)
  await noor.comesToWatch(links.viewer)
  return { hana, noor, links }
})

const QUARTERS = { red: [200, 30, 30], green: [30, 160, 60], blue: [30, 60, 200], white: [250, 250, 250] } as const

/** A photo that lies on its side, as a phone takes it: red, green, blue and white when it stands upright. */
async function photo(): Promise<Buffer> {
  const quarter = async ([r, g, b]: readonly [number, number, number]) =>
    await sharp({ create: { width: 400, height: 300, channels: 3, background: { r, g, b } } })
      .png()
      .toBuffer()
  const { red, green, blue, white } = QUARTERS
  const upright = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#000' } })
    .composite([
      { input: await quarter(red), left: 0, top: 0 },
      { input: await quarter(green), left: 400, top: 0 },
      { input: await quarter(blue), left: 0, top: 300 },
      { input: await quarter(white), left: 400, top: 300 },
    ])
    .png()
    .toBuffer()
  // Turned to the left, with the word that it is to be turned to the right.
  return await sharp(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer()
}

const picture = ({ page }: Visitor) => page.getByRole('group', { name: /^Picture Ph/ })

/** The colours at the corners of what is seen of the picture, from the upper left one to the right and down. */
async function corners(who: Visitor): Promise<number[]> {
  const clip = await picture(who).getByRole('img').locator('..').boundingBox()
  if (!clip) return []
  const { data, info } = await sharp(await who.page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3)]
  const [x, y] = [info.width - 9, info.height - 9]
  return [...at(8, 8), ...at(x, 8), ...at(8, y), ...at(x, y)]
}

const { red, green, blue, white } = QUARTERS
const sees = async (who: Visitor, colours: readonly (readonly number[])[]) => {
  await expect.poll(async () => apart(await corners(who), colours.flat())).toBeLessThan(60)
}

story(
  '[PRESENT-7] a photo stands upright, all see the same part of it, and two fingers bring it nearer',
  async ({ hana, noor }) => {
    await (await brings(hana, { name: 'Photo.jpg', mimeType: 'image/jpeg', buffer: await photo() })).click()
    for (const one of [hana, noor]) await sees(one, [red, green, blue, white])
    expect(await noor.button('Closer').count()).toBe(0)

    // The middle of the picture goes to the lower right: what is seen is red.
    await picture(hana).focus()
    for (let press = 0; press < 3; press += 1) await hana.page.keyboard.press('+')
    const box = await picture(hana).boundingBox()
    if (!box) throw new Error('there is no picture')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await hana.page.mouse.move(x, y)
    await hana.page.mouse.down()
    await hana.page.mouse.move(x + box.width, y + box.height, { steps: 8 })
    await hana.page.mouse.up()
    for (const one of [hana, noor]) await sees(one, [red, red, red, red])
    await hana.page.keyboard.press('0')
    for (const one of [hana, noor]) await sees(one, [red, green, blue, white])

    // From a phone.
    await hana.presses('Stop presenting')
    await hana.chooses('Edit permissions', 'Noor Rahimi')
    await hana.page.getByRole('switch', { name: 'Present content' }).click({ force: true })
    await hana.page.keyboard.press('Escape')
    await (await brings(noor, { name: 'Phone.jpg', mimeType: 'image/jpeg', buffer: await photo() })).tap()
    await noor.button('Closer').waitFor()
    const glass = await picture(noor).boundingBox()
    if (!glass) throw new Error('there is no picture')
    const touch = await noor.context.newCDPSession(noor.page)
    const fingers = async (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
      await touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [-1, 1].map((side) => ({
                x: glass.x + glass.width / 4 + side * by,
                y: glass.y + glass.height / 2 - 60,
                id: side + 1,
              })),
      })
    await fingers('touchStart', 10)
    for (let by = 15; by <= 80; by += 5) await fingers('touchMove', by)
    await fingers('touchEnd', 0)
    for (const one of [hana, noor]) {
      await expect.poll(async () => Number(await picture(one).getAttribute('data-scale'))).toBeGreaterThan(3)
      await sees(one, [red, red, red, red])
    }
    await noor.presses('Whole picture')
    for (const one of [hana, noor]) await sees(one, [red, green, blue, white])
    await noor.presses('Stop presenting')
  },
)
