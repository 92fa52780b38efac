import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "x"</script></svg>'
const field = (who: Visitor, name: string) => who.page.getByRole('group', { name, exact: true })
const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true })

async function file(width: number, height: number, background: string) {
  const plain = sharp({ create: { width, height, channels: 3, background } })
  return { name: 'picture.jpg', mimeType: 'image/jpeg', buffer: await plain.jpeg().toBuffer() }
}

async function chooses(who: Visitor, within: Locator, picture: { name: string; mimeType: string; buffer: Buffer }) {
  const [chooser] = await Promise.all([
    who.page.waitForEvent('filechooser'),
    within.getByRole('button', { name: /^Choose/ }).click(),
  ])
  await chooser.setFiles(picture)
}

/** Does with a picture that the page draws what somebody does who drops it, or pastes it. */
async function gives(within: Locator, how: 'drop' | 'paste'): Promise<void> {
  await within.evaluate(async (element, type) => {
    const canvas = new OffscreenCanvas(64, 48)
    canvas.getContext('2d')?.fillRect(0, 0, 64, 48)
    const given = new DataTransfer()
    given.items.add(new File([await canvas.convertToBlob()], 'picture.png', { type: 'image/png' }))
    const way = { bubbles: true, cancelable: true }
    element.dispatchEvent(
      type === 'drop'
        ? new DragEvent(type, { ...way, dataTransfer: given })
        : new ClipboardEvent(type, { ...way, clipboardData: given }),
    )
  }, how)
}

/** How many pixels a picture has once it is there; 0 for one that is broken. */
const width = async (picture: Locator) =>
  await picture.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) return 0
    await element.decode().catch(() => {})
    return element.naturalWidth
  })

story(
  '[PICTURE-1] [PICTURE-2] [PICTURE-5] a room gets its pictures as it is made and afterwards, an account its own, and they are seen',
  async ({ visitor, url }) => {
    const hana = await visitor('Hana Weber')
    await hana.page.goto(`${url}/new`)
    await hana.heading('Create room').waitFor()
    await hana.types('Name', 'Physics 101')
    await hana.types('Your name', 'Hana Weber')
    // Larger than what is taken as it is, as a photograph is.
    await chooses(hana, field(hana, 'Picture'), await file(4_000, 3_000, '#0d6a44'))
    await field(hana, 'Picture').getByText('It is saved with the room.').waitFor()
    await chooses(hana, field(hana, 'Logo'), {
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from(SCRIPT),
    })
    await field(hana, 'Logo').getByText('This is no picture that can be read.').waitFor()
    await gives(field(hana, 'Logo'), 'drop')
    await field(hana, 'Logo').getByText('It is saved with the room.').waitFor()
    await isAccessible(hana, 'new')
    await hana.presses('Create room')
    await hana.heading('Physics 101').waitFor()
    const pictures = hana.page.locator('main img')
    await expect.poll(async () => await pictures.count()).toBe(2)
    expect(await Promise.all((await pictures.all()).map(width))).toEqual([64, 1_600])
    await isAccessible(hana, 'session page')

    await hana.presses('Edit room')
    await gives(field(hana, 'Waiting picture'), 'paste')
    await field(hana, 'Waiting picture').getByText('The picture is saved.').waitFor()
    await chooses(hana, field(hana, 'Waiting picture'), {
      name: 'none.png',
      mimeType: 'image/png',
      buffer: Buffer.from(SCRIPT),
    })
    await field(hana, 'Waiting picture').getByText('This is no picture that can be read.').waitFor()
    await button(field(hana, 'Logo'), 'Remove picture').click()
    await field(hana, 'Logo').getByText('The picture is removed.').waitFor()
    await hana.page.getByText('Waiting room', { exact: true }).click()
    await hana.presses('Save')
    await hana.reads('Saved.')
    await isAccessible(hana, 'edit')
    await hana.page.getByRole('link', { name: 'My sessions' }).first().click()
    const row = hana.page.getByRole('listitem').filter({ hasText: 'Physics 101' })
    expect(await width(row.locator('img'))).toBe(1_600)
    await isAccessible(hana, 'my sessions')
    await hana.button('Options for Physics 101').click()
    await hana.page.getByRole('menuitem', { name: 'Duplicate', exact: true }).click()
    await hana.heading('Create room').waitFor()
    expect(await width(field(hana, 'Picture').locator('img'))).toBe(1_600)
    await hana.types('Name', 'Physics 102')
    await hana.presses('Create room')
    await hana.heading('Physics 102').waitFor()
    await expect.poll(async () => await pictures.count()).toBe(1)
    await hana.page.getByRole('link', { name: 'My sessions' }).first().click()
    await row.getByRole('link', { name: 'Physics 101' }).click()
    await expect.poll(async () => await pictures.count()).toBe(1)
    const link = await hana.page.getByLabel('Viewer link', { exact: true }).inputValue()
    await hana.presses('Join now')
    await hana.joinsAsViewer()

    const mei = await visitor('Mei Tanaka', PHONE)
    await mei.opensLink(link)
    await mei.presses('Join as viewer')
    expect(await width(mei.page.locator('main img'))).toBe(64)
    await isAccessible(mei, 'waiting')
    expect(await mei.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    const kwame = await visitor('Kwame Boateng', PHONE)
    const data = { name: 'Kwame Boateng', email: 'kwame@pictures.example', password: 'correct horse battery' }
    await kwame.page.request.post(`${url}/api/account/sign-up`, { data, headers: { origin: url } })
    await kwame.page.goto(`${url}/account`)
    const own = field(kwame, 'Picture')
    const [chooser] = await Promise.all([
      kwame.page.waitForEvent('filechooser'),
      button(own, 'Choose a picture').press('Enter'),
    ])
    await chooser.setFiles(await file(900, 300, '#7a1f3d'))
    await own.getByText('The picture is saved.').waitFor()
    const face = kwame.button('Account of Kwame Boateng').locator('img')
    expect([await width(face), await width(own.locator('img'))]).toEqual([256, 256])
    await isAccessible(kwame)
    await kwame.page.reload()
    expect(await width(face)).toBe(256)
    await button(own, 'Remove picture').press('Enter')
    await own.getByText('The picture is removed.').waitFor()
    await expect
      .poll(async () => await button(own, 'Choose a picture').evaluate((it) => it === document.activeElement))
      .toBe(true)
    expect(await face.count()).toBe(0)
  },
)

story(
  '[PICTURE-6] in a room an account is seen with its picture on the tile, in the list and beside messages, until it is taken away',
  async ({ visitor, url }) => {
    const hana = await visitor('Hana Weber')
    const headers = { origin: url }
    const data = { name: 'Hana Weber', email: 'hana@faces.example', password: 'correct horse battery' }
    await hana.page.request.post(`${url}/api/account/sign-up`, { data, headers })
    const { buffer } = await file(900, 300, '#7a1f3d')
    const sent = { data: buffer, headers: { ...headers, 'content-type': 'image/jpeg' } }
    await hana.page.request.post(`${url}/api/account/picture`, sent)
    const links = await hana.entersOwnRoom('Physics 101', 'Interactive')
    await hana.joinsStage()
    await hana.pressesTool('Turn camera off')
    const mei = await visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    const faces = mei.page.locator('img[src^="/api/pictures/"]')
    const tile = mei.tile('Hana Weber')
    expect(await width(tile.locator('img'))).toBe(256)
    const row = mei.page.getByRole('listitem').filter({ hasText: 'Hana Weber' })
    expect(await width(row.locator('img').first())).toBe(256)
    await isAccessible(mei, 'faces')
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    await hana.types('Write to everyone', 'Good morning')
    await hana.presses('Send')
    await mei.page.getByRole('tab', { name: /^Chat/ }).click()
    const message = mei.page.getByRole('listitem').filter({ hasText: 'Good morning' })
    expect(await width(message.locator('img'))).toBe(256)
    await hana.page.request.post(`${url}/api/account/picture/remove`, { headers })
    await expect.poll(async () => await faces.count()).toBe(0)
    await tile.getByText('HW', { exact: true }).waitFor()
  },
)
