/**
 * Times how long a PDF of text and photographs takes until its first page and all of them are drawn, and weighs the heaviest page at 1920
 * pixels. Prints JSON. `node bench/convert.ts [pages]`, 100 by default.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { pino } from 'pino'
import sharp from 'sharp'
import { openConverter } from '../src/server/convert/converter.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded } from './spread.ts'

const PAGES = Number(process.argv[2] ?? 100)
const LINE = 'The library stays open in the evening, and the figures of the quarter are met.'

const folder = mkdtempSync(join(tmpdir(), 'rostrum-convert-'))
const source = join(folder, 'source.pdf')
writeFileSync(source, await textAndPhotographs())

const log = pino({ level: 'error' }, pino.destination(2))
const converter = await openConverter({ folder: join(folder, 'work'), log })
const began = performance.now()
let first = 0
const onPage = () => {
  first ||= performance.now()
}
const converted = await converter.convert({ room: 'harbour', source, out: join(folder, 'out') }, { onPage })
const all = performance.now()
await converter.close()
rmSync(folder, { recursive: true, force: true })
if (converted.kind !== 'pages' || converted.pages.length !== PAGES) throw new Error('not every page was drawn')

const heaviest = Math.max(...converted.pages.map(({ renditions }) => renditions[2]?.bytes ?? 0))
print(
  reportOf('convert', [
    rowOf('the first page', 's', { value: rounded((first - began) / 1_000, 2) }, { goal: 3 }),
    rowOf(`all ${PAGES} pages`, 's', { value: rounded((all - began) / 1_000, 1) }, { goal: 60 }),
    rowOf('the heaviest page at 1920 pixels', 'kB', { value: rounded(heaviest / 1_000) }, { goal: 300 }),
  ]),
)

/** Twenty lines a page, and on every other a photograph: soft noise, which is as heavy as a picture of leaves. */
async function textAndPhotographs(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const photograph = await sharp({ create: { width: 1_600, height: 1_000, channels: 3, background: '#888', noise } })
    .blur(2.5)
    .jpeg()
    .toBuffer()
  const image = await document.embedJpg(photograph)
  for (let page = 0; page < PAGES; page++) {
    const drawn = document.addPage([960, 540])
    for (let line = 0; line < 20; line++)
      drawn.drawText(`${page}.${line} ${LINE}`, { x: 40, y: 500 - line * 24, size: 16, font })
    if (page % 2 === 1) drawn.drawImage(image, { x: 480, y: 120, width: 440, height: 275 })
  }
  return await document.save()
}
