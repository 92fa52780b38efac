import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import type { Locator } from 'playwright-core'
import { until } from './media-checks.ts'
import type { Visitor } from './visitor.ts'

/** The colours of the pages of `colouredPdf`, in order and again: red, green and blue from 0 to 255. */
export const COLOURS = [
  [200, 40, 40],
  [40, 160, 60],
  [40, 60, 200],
  [220, 180, 40],
] as const

/** A PDF whose every page has a colour of its own, a line of text and, on the first, a link. */
export async function colouredPdf(pages: number): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let n = 0; n < pages; n += 1) {
    const [red, green, blue] = COLOURS[n % COLOURS.length] ?? COLOURS[0]
    const page = document.addPage([960, 540])
    page.drawRectangle({ x: 0, y: 0, width: 960, height: 540, color: rgb(red / 255, green / 255, blue / 255) })
    page.drawText(`The plan, part ${n + 1}`, { x: 60, y: 420, size: 36, font, color: rgb(1, 1, 1) })
  }
  return Buffer.from(await document.save())
}

/** The colour of a picture that is shown, from 0 to 255: in its middle, or at a part of its width and height. */
export async function colourOf(picture: Locator, x = 0.5, y = 0.5): Promise<number[]> {
  const at = [x, y] as const
  return await picture.evaluate(async (element: HTMLImageElement, [across, down]) => {
    await element.decode()
    const canvas = document.createElement('canvas')
    canvas.width = 1
    canvas.height = 1
    const context = canvas.getContext('2d')
    context?.drawImage(element, element.naturalWidth * across, element.naturalHeight * down, 1, 1, 0, 0, 1, 1)
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
  }, at)
}

type Brought = { name: string; mimeType: string; buffer: Buffer }

/** Chooses a file in the window *Select a media*. */
export async function selects(who: Visitor, file: Brought): Promise<void> {
  await who.pressesTool('More')
  await who.page.getByRole('menuitem', { name: 'Select a media' }).click()
  await who.page.locator('input[type=file]').setInputFiles(file)
}

/** Brings a file by the window *Select a media*, and waits until it can be presented: by the button that is given. */
export async function brings(who: Visitor, file: Brought): Promise<Locator> {
  await selects(who, file)
  const row = who.page.getByRole('button', { name: `Present ${file.name}` })
  await until(`${file.name} to be ready`, async () => await row.isEnabled(), 120_000)
  return row
}
