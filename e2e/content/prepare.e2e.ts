import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { colouredPdf } from '../support/content-files.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const strip = ({ page }: Visitor) => page.getByRole('region', { name: 'Storyboard' })
const names = async (who: Visitor) =>
  (await strip(who).getByRole('listitem').allInnerTexts()).map((text) => /\w+\.pdf/.exec(text)?.[0])
const options = (who: Visitor, name: string) =>
  strip(who).getByRole('button', { name: `Options for ${name} in the storyboard` })

const hasFocus = async (button: Locator) => await button.evaluate((it) => it === document.activeElement)

/** Brings two files by the window of the strip, and puts them into it, the second first. */
async function fills(who: Visitor) {
  await strip(who).getByRole('button', { name: 'Add', exact: true }).press('Enter')
  const files = []
  for (const [name, pages] of [
    ['One.pdf', 1],
    ['Two.pdf', 2],
  ] as const)
    files.push({ name, mimeType: 'application/pdf', buffer: await colouredPdf(pages) })
  await who.page.locator('input[type=file]').setInputFiles(files)
  await who.page.getByText('2 pages').waitFor()
  await who.page.getByText('1 page', { exact: true }).waitFor()
  for (const name of ['Two.pdf', 'One.pdf'])
    await who.page.getByRole('button', { name: `Add ${name} to the storyboard` }).press('Enter')
  await who.page.getByText('In the storyboard').nth(1).waitFor()
  await who.page.keyboard.press('Escape')
  await expect.poll(async () => await names(who)).toEqual(['Two.pdf', 'One.pdf'])
}

story(
  '[STORYBOARD-2] [STORYBOARD-5] a strip is prepared by keys on the page of the room, and is there when the session begins',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.createsRoom('Prepared', 'Webinar')
    const page = hana.page.url()
    await hana.button('Prepare storyboard').press('Enter')
    await hana.reads('Put here what you will present, in its order.')
    await isAccessible(hana, 'an empty strip')
    await fills(hana)
    const pictures = strip(hana).locator('img')
    const widths = async () =>
      await Promise.all(
        (await pictures.all()).map(
          async (each) => await each.evaluate((picture: HTMLImageElement) => picture.naturalWidth),
        ),
      )
    await expect.poll(widths).toEqual([640, 640])
    expect(
      await strip(hana)
        .getByRole('button', { name: /^Start presenting/ })
        .count(),
    ).toBe(0)

    for (const [act, file, order] of [
      ['Move earlier', 'One.pdf', ['One.pdf', 'Two.pdf']],
      ['Move later', 'One.pdf', ['Two.pdf', 'One.pdf']],
      ['Move earlier', 'One.pdf', ['One.pdf', 'Two.pdf']],
    ] as const) {
      await options(hana, file).press('Enter')
      await hana.page.getByRole('menuitem', { name: act }).press('Enter')
      await expect.poll(async () => await names(hana)).toEqual(order)
      await strip(hana)
        .getByText(`${file}: place ${order.findIndex((name) => name === file) + 1} of 2`)
        .waitFor()
      await expect.poll(async () => await hasFocus(options(hana, file))).toBe(true)
    }
    await isAccessible(hana, 'a strip')

    await strip(hana).getByRole('button', { name: 'Manage storyboards' }).press('Enter')
    await hana.types('Name', 'Assembly')
    await hana.page.keyboard.press('Enter')
    await hana.page.getByText('2 files').waitFor()
    await hana.page.getByRole('button', { name: 'Rename Assembly' }).press('Enter')
    const saved = hana.page.getByRole('list', { name: 'Saved storyboards' })
    await saved.getByLabel('Name', { exact: true }).fill('Open assembly')
    await hana.page.keyboard.press('Enter')
    await hana.page.getByRole('button', { name: 'Delete Open assembly' }).waitFor()
    await hana.page.keyboard.press('Escape')
    await options(hana, 'One.pdf').press('Enter')
    await hana.page.getByRole('menuitem', { name: 'Remove from the storyboard' }).press('Enter')
    await expect.poll(async () => await names(hana)).toEqual(['Two.pdf'])
    await expect.poll(async () => await hasFocus(options(hana, 'Two.pdf'))).toBe(true)
    await strip(hana).getByRole('button', { name: 'Manage storyboards' }).press('Enter')
    await saved.getByRole('button', { name: 'Import' }).press('Enter')
    await expect.poll(async () => await names(hana)).toEqual(['Two.pdf', 'One.pdf'])

    // Another who runs the room has the same strip on the page; what they change comes by itself.
    const kwame = await visitor('Kwame Mensah')
    await kwame.opensLink(links.moderator)
    await kwame.page.goto(page)
    await kwame.presses('Prepare storyboard')
    await expect.poll(async () => await names(kwame)).toEqual(['Two.pdf', 'One.pdf'])
    const [from, to] = [strip(kwame).getByRole('listitem').nth(1), strip(kwame).getByRole('listitem').nth(0)]
    await from.dragTo(to, { steps: 4 })
    for (const one of [kwame, hana]) await expect.poll(async () => await names(one)).toEqual(['One.pdf', 'Two.pdf'])

    // What cannot be done is said, and nothing of the strip is lost.
    await options(kwame, 'One.pdf').press('Enter')
    const later = kwame.page.getByRole('menuitem', { name: 'Move later' })
    await later.waitFor()
    await kwame.context.setOffline(true)
    await later.press('Enter')
    await strip(kwame).getByText('The server cannot be reached. Try it again.').waitFor()
    expect(await names(kwame)).toEqual(['One.pdf', 'Two.pdf'])
    await kwame.context.setOffline(false)

    const noor = await visitor('Noor Rahimi')
    await noor.opensLink(links.viewer)
    await noor.page.goto(page)
    await noor.button('Join now').waitFor()
    expect(await noor.page.getByRole('region', { name: 'Storyboard' }).count()).toBe(0)
    const api = `${page.replace('/r/', '/api/rooms/')}/storyboard`
    const headers = { origin: new URL(page).origin }
    const { request } = noor.context
    for (const answer of [
      await request.get(api),
      await request.get(`${api}s`),
      await request.post(api, { headers, data: { revision: 0, documents: [] } }),
      await request.post(`${api}s`, { headers, data: { name: 'Mine' } }),
    ])
      expect([answer.status(), await answer.json()]).toMatchObject([403, { refusal: 'not-allowed' }])

    await hana.presses('Join now')
    await hana.joinsAsViewer()
    await hana.pressesTool('More')
    await hana.page.getByRole('menuitem', { name: 'Storyboard', exact: true }).click()
    await expect.poll(async () => await names(hana)).toEqual(['One.pdf', 'Two.pdf'])
    await strip(hana).getByRole('button', { name: 'Start presenting Two.pdf' }).click()
    await hana.page.getByRole('group', { name: 'Page 1 of 2 of Two.pdf' }).waitFor()
    // The page outside tells those inside at once.
    await options(kwame, 'One.pdf').press('Enter')
    await kwame.page.getByRole('menuitem', { name: 'Move later' }).press('Enter')
    await expect.poll(async () => await names(hana)).toEqual(['Two.pdf', 'One.pdf'])
    await strip(hana).getByText('Presenting', { exact: true }).waitFor()
  },
)

story('[STORYBOARD-3] [STORYBOARD-5] so is it on a phone, by touch', async ({ visitor }) => {
  const mei = await visitor('Mei Tanaka', PHONE)
  await mei.createsRoom('By thumb', 'Webinar')
  await mei.button('Prepare storyboard').tap()
  await fills(mei)
  await options(mei, 'One.pdf').tap()
  await mei.page.getByRole('menuitem', { name: 'Move earlier' }).tap()
  await expect.poll(async () => await names(mei)).toEqual(['One.pdf', 'Two.pdf'])

  // A finger that rests on a picture picks it up.
  const line = await mei.context.newCDPSession(mei.page)
  const middles = []
  for (const each of await strip(mei).getByRole('listitem').locator('img').all()) {
    await each.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await each.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    middles.push({ x: x + width / 2, y: y + height / 2 })
  }
  const [first = { x: 0, y: 0 }, second = { x: 0, y: 0 }] = middles
  const touch = async (type: 'touchStart' | 'touchMove', point: { x: number; y: number }) =>
    await line.send('Input.dispatchTouchEvent', { type, touchPoints: [point] })
  await touch('touchStart', first)
  await expect
    .poll(async () => {
      await touch('touchMove', { x: first.x + 5, y: first.y })
      await touch('touchMove', first)
      return await strip(mei).getByRole('listitem').nth(0).getAttribute('style')
    })
    .toContain('translate')
  await touch('touchMove', second)
  await line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(async () => await names(mei)).toEqual(['Two.pdf', 'One.pdf'])

  await isAccessible(mei, 'a strip on a phone')
  const small = await strip(mei).evaluate((region) => ({
    sizes: [...region.querySelectorAll('button')]
      .map((each) => [each.textContent || each.getAttribute('aria-label'), each.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => Math.min(width, height) < 44)
      .map(([name]) => name),
    wider: document.documentElement.scrollWidth - innerWidth,
  }))
  expect(small).toEqual({ sizes: [], wider: 0 })
  await mei.presses('Join now')
  await mei.joinsAsViewer()
  await mei.pressesTool('More')
  await mei.page.getByRole('menuitem', { name: 'Storyboard', exact: true }).click()
  await expect.poll(async () => await names(mei)).toEqual(['Two.pdf', 'One.pdf'])
})
