import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import type { Locator, Route } from 'playwright-core'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { brings, colouredPdf } from '../support/content-files.ts'
import { companyStories, PHONE } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

type Brought = { name: string; mimeType: string; buffer: Buffer }

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Files', 'Webinar')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  return { hana, noor }
})

const PART_BYTES = 5_000_000

const pdf = (name: string, buffer: Buffer): Brought => ({ name, mimeType: 'application/pdf', buffer })
const media = ({ page }: Visitor) => page.getByRole('dialog', { name: 'Select a media' })
const files = (who: Visitor) => media(who).getByRole('list', { name: 'Files' })
const names = async (who: Visitor) =>
  (await files(who).getByRole('listitem').allInnerTexts()).map((text) => /.+\.pdf/.exec(text)?.[0])
const chosen = ({ page }: Visitor) => page.locator('input[type=file]')

const isFocused = async (button: Locator) =>
  await expect.poll(async () => await button.evaluate((it) => it === document.activeElement)).toBe(true)

async function opens(who: Visitor) {
  await who.pressesTool('More')
  await who.page.getByRole('menuitem', { name: 'Select a media' }).click()
}

/** Lets files be brought to what has the page, as by a drop or a paste there; whether the browser is kept from opening them. */
async function lets(who: Visitor, kind: 'drop' | 'paste', brought: Brought[]): Promise<boolean> {
  const given = brought.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString('base64') }))
  return await who.page.evaluate(
    ([event, all]) => {
      const data = new DataTransfer()
      for (const { name, mimeType, text } of all)
        data.items.add(new File([Uint8Array.from(atob(text), (each) => each.charCodeAt(0))], name, { type: mimeType }))
      const options = { bubbles: true, cancelable: true }
      const happens =
        event === 'drop'
          ? new DragEvent(event, { ...options, dataTransfer: data })
          : new ClipboardEvent(event, { ...options, clipboardData: data })
      return !(document.activeElement ?? document.body).dispatchEvent(happens)
    },
    [kind, given] as const,
  )
}

/** Holds every part of an upload back until they are let go. */
async function holdsParts({ page }: Visitor) {
  const held: Route[] = []
  const hold = async (route: Route) => {
    if (route.request().method() === 'PATCH') held.push(route)
    else await route.continue()
  }
  await page.route('**/uploads/*', hold)
  return {
    held,
    letGo: async () => {
      await page.unroute('**/uploads/*', hold)
      for (const route of held) await route.continue().catch(() => {})
    },
  }
}

story(
  '[CONTENT-12] files are dropped and pasted anywhere in the room by whoever may present',
  async ({ hana, noor }) => {
    expect(await lets(hana, 'drop', [pdf('One.pdf', await colouredPdf(1)), pdf('Two.pdf', await colouredPdf(2))])).toBe(
      true,
    )
    await files(hana).getByText('1 page').waitFor()
    await files(hana).getByText('2 pages').waitFor()
    await hana.page.keyboard.press('Escape')
    await media(hana).waitFor({ state: 'detached' })
    expect(await lets(hana, 'paste', [pdf('Three.pdf', await colouredPdf(3))])).toBe(true)
    await files(hana).getByText('3 pages').waitFor()
    // Over a window of files as well.
    expect(await lets(hana, 'drop', [pdf('Four.pdf', await colouredPdf(4))])).toBe(true)
    await files(hana).getByText('4 pages').waitFor()

    expect(await lets(noor, 'drop', [pdf('Mine.pdf', await colouredPdf(1))])).toBe(true)
    expect(await lets(noor, 'paste', [pdf('Mine.pdf', await colouredPdf(1))])).toBe(false)
    await hana.page.getByRole('radio', { name: 'Room’s files' }).check({ force: true })
    await expect
      .poll(async () => new Set(await names(hana)))
      .toEqual(new Set(['Four.pdf', 'One.pdf', 'Three.pdf', 'Two.pdf']))
    expect(await noor.page.getByRole('dialog').count()).toBe(0)
  },
)

story(
  '[CONTENT-1] [CONTENT-12] a viewer brings files while they may present, and no longer',
  async ({ hana, noor }) => {
    const may = async () => {
      await hana.chooses('Edit permissions', 'Noor Rahimi')
      const dialog = hana.page.getByRole('dialog', { name: 'Permissions of Noor Rahimi' })
      await dialog.getByText('Present content', { exact: true }).click()
      await dialog.getByRole('button', { name: 'Close' }).click()
    }
    const asks = async () => {
      const room = new URL(hana.page.url()).pathname.split('/')[2]
      const answer = await noor.context.request.get(new URL(`/api/rooms/${room}/documents`, noor.page.url()).href)
      return answer.status()
    }
    expect(await asks()).toBe(403)
    await may()
    await noor.reads('Hana Weber changed what you may do here.')
    const own = [pdf('Noor.pdf', await colouredPdf(1))]
    await expect.poll(async () => await lets(noor, 'paste', own)).toBe(true)
    await files(noor).getByText('1 page').waitFor()
    expect(await names(noor)).toEqual(['Noor.pdf'])
    expect(await media(noor).getByRole('radio').count()).toBe(0)
    await may()
    await media(noor).waitFor({ state: 'detached' })
    expect(await asks()).toBe(403)
  },
)

story('[CONTENT-9] [CONTENT-10] files are found, put in order, called otherwise and deleted', async ({ hana }) => {
  for (const name of ['Beta.pdf', 'Alpha.pdf']) {
    await brings(hana, pdf(name, await colouredPdf(1)))
    await hana.page.keyboard.press('Escape')
  }
  await opens(hana)
  await expect.poll(async () => (await names(hana)).slice(0, 2)).toEqual(['Alpha.pdf', 'Beta.pdf'])
  await hana.types('Search', 'a.pdf')
  await expect.poll(async () => await names(hana)).toEqual(['Alpha.pdf', 'Beta.pdf'])
  await hana.presses('Rename Alpha.pdf')
  await hana.types('New name', 'Zeta.pdf')
  await hana.presses('Save')
  await hana.page.getByLabel('Sort by').selectOption({ label: 'Name' })
  await expect.poll(async () => await names(hana)).toEqual(['Beta.pdf', 'Zeta.pdf'])
  await hana.presses('Delete Beta.pdf')
  await hana.presses('Keep')
  await isFocused(hana.button('Delete Beta.pdf'))
  await hana.presses('Rename Beta.pdf')
  await hana.presses('Cancel')
  await isFocused(hana.button('Rename Beta.pdf'))
  await hana.presses('Delete Beta.pdf')
  await hana.page.getByRole('alertdialog', { name: 'Delete Beta.pdf for good?' }).waitFor()
  await hana.context.setOffline(true)
  await hana.presses('Delete')
  await files(hana).getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor()
  await hana.context.setOffline(false)
  await hana.isBack()
  await hana.presses('Delete')
  await expect.poll(async () => await names(hana)).toEqual(['Zeta.pdf'])
  await hana.types('Search', 'nothing of this name')
  await hana.reads('No file is called so.')
})

story(
  '[CONTENT-4] [CONTENT-13] five files come at once, unseen as well, and one or all are ended',
  async ({ hana }) => {
    await opens(hana)
    const begun: string[] = []
    hana.page.on(
      'request',
      (request) => request.method() === 'POST' && request.url().endsWith('uploads') && begun.push(request.url()),
    )
    const { held, letGo } = await holdsParts(hana)
    const many = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(async (n) => pdf(`Many ${n}.pdf`, await colouredPdf(n))))
    await chosen(hana).setInputFiles(many)
    await expect.poll(() => held.length).toBe(5)
    expect(begun).toHaveLength(5)
    expect(await hana.page.getByRole('progressbar').count()).toBe(7)
    await hana.presses('Cancel the upload of Many 1.pdf')
    await expect.poll(() => held.length).toBe(6)
    await hana.presses('Hide upload')
    await hana.presses('6 uploads under way, 0 %')
    await hana.presses('Cancel all uploads')
    await expect.poll(async () => await hana.page.getByRole('progressbar').count()).toBe(0)
    await letGo()

    await chosen(hana).setInputFiles(pdf('Last.pdf', await colouredPdf(1)))
    await files(hana).getByText('Last.pdf').waitFor()
    expect((await names(hana)).filter((name) => name?.startsWith('Many'))).toEqual([])
    const texts = ['notes.txt', 'more.txt']
    await chosen(hana).setInputFiles(
      texts.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`nothing to show in ${name}`) })),
    )
    await media(hana).getByRole('alert').nth(1).waitFor()
    // What was refused is not on its way.
    expect(await hana.button('Cancel all uploads').count()).toBe(0)
    await hana.page.getByRole('button', { name: 'Close', exact: true }).click()
    await hana.presses('2 files could not be uploaded')
    for (const name of texts) await hana.presses(`Take ${name} from the list`)
  },
)

/** A PDF of three parts and two pages. */
async function largePdf(): Promise<Buffer> {
  const document = await PDFDocument.load(await colouredPdf(2))
  await document.attach(randomBytes(12_000_000), 'large.bin', {})
  return Buffer.from(await document.save())
}

/** Notes from where each part goes on, in bytes, and does what is asked with the second. */
async function atSecondPart({ page }: Visitor, act: (route: Route) => Promise<void>) {
  const offsets: number[] = []
  await page.route('**/uploads/*', async (route) => {
    const offset = route.request().method() === 'PATCH' ? route.request().headers()['upload-offset'] : undefined
    if (offset !== undefined && offsets.push(Number(offset)) === 2) await act(route)
    else await route.continue()
  })
  return offsets
}

story('[CONTENT-2] [CONTENT-13] an upload that lost its connection goes on from where it was', async ({ hana }) => {
  await opens(hana)
  const offsets = await atSecondPart(hana, async (route) => {
    await hana.context.setOffline(true)
    await route.abort('internetdisconnected')
  })
  await chosen(hana).setInputFiles(pdf('Large.pdf', await largePdf()))
  await hana.page.waitForFunction(() => !navigator.onLine)
  await hana.page.keyboard.press('Escape')
  await hana.page.getByRole('button', { name: /^1 upload under way/ }).waitFor()
  await hana.context.setOffline(false)
  await hana.isBack()
  await hana.presses('1 file is uploaded')
  await files(hana).getByText('Large.pdf').waitFor()
  expect([...new Set(offsets)]).toEqual([0, PART_BYTES, 2 * PART_BYTES])
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
  await hana.page.unroute('**/uploads/*')
})

story(
  '[CONTENT-2] [CONTENT-13] to close the page asks first, and the same file chosen again goes on from what had come',
  async ({ hana }) => {
    const folder = await mkdtemp(join(tmpdir(), 'files-'))
    const path = join(folder, 'Again.pdf')
    await writeFile(path, await largePdf())
    await opens(hana)
    // The second part is never sent.
    const offsets = await atSecondPart(hana, async () => {})
    await chosen(hana).setInputFiles(path)
    await expect.poll(() => offsets).toEqual([0, PART_BYTES])
    const asked: string[] = []
    hana.page.once('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await hana.page.reload()
    expect(asked).toEqual(['beforeunload'])
    await hana.stage().waitFor()
    await opens(hana)
    await chosen(hana).setInputFiles(path)
    await files(hana).getByText('Again.pdf').waitFor()
    expect(offsets).toEqual([0, PART_BYTES, PART_BYTES, 2 * PART_BYTES])
    await hana.page.unroute('**/uploads/*')
    await rm(folder, { recursive: true })
  },
)

story('[CONTENT-9] [CONTENT-13] the window and the line of uploads are in reach on a phone', async ({ visitor }) => {
  const mei = await visitor('Mei Tanaka', PHONE)
  await mei.hostsRoom('By thumb', 'Webinar')
  await brings(mei, pdf('A plan of the harbour library and all of its rooms.pdf', await colouredPdf(3)))
  await chosen(mei).setInputFiles(pdf('Broken.pdf', Buffer.from('%PDF-1.4 and nothing more')))
  await mei.reads('It cannot be read.')
  await chosen(mei).setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing to show') })
  await media(mei).getByRole('alert').waitFor()
  const { letGo } = await holdsParts(mei)
  await chosen(mei).setInputFiles([pdf('Held.pdf', await colouredPdf(1)), pdf('Too.pdf', await colouredPdf(1))])
  await mei.page.getByRole('progressbar').nth(1).waitFor()
  await mei.presses('Delete Broken.pdf')
  await isAccessible(mei, 'files')
  const small = await media(mei).evaluate((window) => {
    const sizes = [...window.querySelectorAll('button, a[href]')].map((each) => [
      each.textContent || each.getAttribute('aria-label'),
      Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height),
    ])
    return { sizes: sizes.filter(([, size]) => Number(size) < 44), wider: window.scrollWidth - window.clientWidth }
  })
  expect(small).toEqual({ sizes: [], wider: 0 })
  await mei.presses('Hide upload')
  await mei.button('2 uploads under way, 0 %').waitFor()
  await isAccessible(mei, 'line of uploads')
  await letGo()
  await mei.button('1 file could not be uploaded').waitFor()
})

story('[CONTENT-1] files are brought on the session page, and are there to be presented', async ({ visitor }) => {
  const mei = await visitor('Mei Tanaka')
  const links = await mei.createsRoom('Prepared', 'Webinar')
  const page = mei.page.url()
  await mei.presses('Files')
  await chosen(mei).setInputFiles(pdf('Plan.pdf', await colouredPdf(3)))
  const list = mei.page.getByRole('list', { name: 'Files' })
  await list.getByText('3 pages').waitFor()
  expect(await mei.button('Present Plan.pdf').count()).toBe(0)
  await mei.presses('Rename Plan.pdf')
  await mei.types('New name', 'Our plan.pdf')
  await mei.presses('Save')
  await list.getByText('Our plan.pdf').waitFor()
  expect(await lets(mei, 'drop', [pdf('More.pdf', await colouredPdf(2))])).toBe(true)
  await list.getByText('2 pages').waitFor()
  await mei.page.keyboard.press('Escape')
  await mei.presses('Join now')
  await mei.joinsAsViewer()
  await opens(mei)
  await mei.presses('Present Our plan.pdf')
  await mei.page.getByRole('group', { name: 'Page 1 of 3 of Our plan.pdf' }).waitFor()

  const ravi = await visitor('Ravi Nair')
  await ravi.opensLink(links.viewer)
  await ravi.page.goto(page)
  await ravi.button('Join now').waitFor()
  expect(await ravi.button('Files').count()).toBe(0)
})
