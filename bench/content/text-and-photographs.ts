import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'

const LINE = 'The library stays open in the evening, and the figures of the quarter are met.'

/** A PDF: twenty lines a page, and on every other a photograph: soft noise, which is as heavy as a picture of leaves. */
export async function textAndPhotographs(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const photograph = await sharp({ create: { width: 1_600, height: 1_000, channels: 3, background: '#888', noise } })
    .blur(2.5)
    .jpeg()
    .toBuffer()
  const image = await document.embedJpg(photograph)
  for (let page = 0; page < pages; page++) {
    const drawn = document.addPage([960, 540])
    for (let line = 0; line < 20; line++)
      drawn.drawText(`${page}.${line} ${LINE}`, { x: 40, y: 500 - line * 24, size: 16, font })
    if (page % 2 === 1) drawn.drawImage(image, { x: 480, y: 120, width: 440, height: 275 })
  }
  return await document.save()
}
