/**
 * Times how long a PDF of text and photographs takes until its first page and all of them are drawn, and weighs the heaviest page at 1920
 * pixels. Prints JSON. `node bench/convert.ts [pages]`, 100 by default.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { textAndPhotographs } from './content/text-and-photographs.ts'
import { openConverter } from '../src/server/convert/converter.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded } from './spread.ts'

const PAGES = Number(process.argv[2] ?? 100)

const folder = mkdtempSync(join(tmpdir(), 'rostrum-convert-'))
const source = join(folder, 'source.pdf')
writeFileSync(source, await textAndPhotographs(PAGES))

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
