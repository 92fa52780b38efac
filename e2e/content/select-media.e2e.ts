import { randomBytes } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import type { Route } from 'playwright-core'
import { expect } from 'vitest'
import { brings, colouredPdf } from '../support/content-files.ts'
import { companyStories } from '../support/story.ts'
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
  await hana.presses('Delete Beta.pdf')
  await hana.page.getByRole('alertdialog', { name: 'Delete Beta.pdf for good?' }).waitFor()
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
    await chosen(hana).setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('nothing to show'),
    })
    await media(hana).getByRole('alert').waitFor()
    await hana.page.getByRole('button', { name: 'Close', exact: true }).click()
    await hana.presses('1 file could not be uploaded')
    await hana.presses('Take notes.txt from the list')
  },
)

story('[CONTENT-2] [CONTENT-13] an upload that lost its connection goes on from where it was', async ({ hana }) => {
  const document = await PDFDocument.load(await colouredPdf(2))
  await document.attach(randomBytes(12_000_000), 'large.bin', {})
  const large = Buffer.from(await document.save({ useObjectStreams: false }))
  const offsets: number[] = []
  let isCut = false
  await opens(hana)
  await hana.page.route('**/uploads/*', async (route) => {
    const offset = route.request().headers()['upload-offset']
    if (route.request().method() === 'PATCH' && offset !== undefined) offsets.push(Number(offset))
    if (isCut || offsets.length < 2) return await route.continue()
    isCut = true
    await hana.context.setOffline(true)
    return await route.abort('internetdisconnected')
  })
  await chosen(hana).setInputFiles(pdf('Large.pdf', large))
  await hana.page.waitForFunction(() => !navigator.onLine)
  await hana.page.keyboard.press('Escape')
  await hana.page.getByRole('button', { name: /^1 upload under way/ }).waitFor()
  await hana.context.setOffline(false)
  await hana.isBack()
  await hana.presses('1 file is uploaded')
  await files(hana).getByText('Large.pdf').waitFor()
  await hana.page.unroute('**/uploads/*')
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
  expect([...new Set(offsets)]).toEqual([...new Set(offsets)].toSorted((one, other) => one - other))
  expect(Math.max(...offsets)).toBeGreaterThan(PART_BYTES)
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
