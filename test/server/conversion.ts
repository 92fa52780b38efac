import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { pino } from 'pino'
import type { Page } from '../../src/server/convert/converted.ts'
import { openConverter, type Converter, type Settings } from '../../src/server/convert/converter.ts'
import { findPrograms } from '../../src/server/convert/programs.ts'

/** What the machine has; tests of what it lacks are left out by name. */
export const PROGRAMS = findPrograms()

/** A converter in a folder of its own, which goes with it. */
export class Conversion {
  readonly folder = mkdtempSync(join(tmpdir(), 'rostrum-convert-'))
  readonly pages: Page[] = []
  readonly #settings: Partial<Settings>
  #converter: Converter | undefined
  #files = 0

  constructor(settings: Partial<Settings> = {}) {
    this.#settings = { free: 0, ...settings }
  }

  /** Converts what is given as bytes or as a text. */
  async convert(content: Uint8Array | string, { room = 'harbour', signal, only }: Options = {}) {
    const source = join(this.folder, `source-${this.#files++}`)
    writeFileSync(source, content)
    const onPage = (page: Page) => this.pages.push(page)
    const job = { room, source, out: this.out, ...(only === undefined ? {} : { only }) }
    return await (await this.converter()).convert(job, { onPage, ...(signal ? { signal } : {}) })
  }

  async converter(): Promise<Converter> {
    const log = pino({ level: 'silent' })
    this.#converter ??= await openConverter({ folder: join(this.folder, 'work'), log, ...this.#settings })
    return this.#converter
  }

  get out(): string {
    return join(this.folder, 'out')
  }

  read(name: string): Buffer {
    return readFileSync(join(this.out, name))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#converter?.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

type Options = { room?: string; signal?: AbortSignal; only?: number }

/** A PDF with as many pages as texts, each in points. */
export async function pdfOf(texts: readonly string[], size: [number, number] = [960, 540]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of texts) document.addPage(size).drawText(text, { x: 40, y: 400, size: 28, font })
  document.setTitle('Harbour library')
  return await document.save()
}

/** A PDF by hand, of one page: its objects beside the usual three, and what its trailer says. */
export function rawPdf({ page = '', objects = [], trailer = '' }: RawPdf): Buffer {
  const all = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] ${page} >>`),
    ...objects,
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  all.forEach((each, n) => parts.push(Buffer.from(`${n + 1} 0 obj\n`), each, Buffer.from('\nendobj\n')))
  // Without a table of where its objects are, which every reader makes anew.
  parts.push(Buffer.from(`trailer\n<< /Root 1 0 R /Size ${all.length + 1} ${trailer} >>\n%%EOF\n`))
  return Buffer.concat(parts)
}

type RawPdf = { page?: string; objects?: Buffer[]; trailer?: string }

const ENCODED = {
  mp4: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  webm: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
}

/** A film of so many seconds, with a counter and a tone, as FFmpeg makes it. */
export function walkOf(seconds: number, ending: keyof typeof ENCODED = 'mp4'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-film-'))
  const to = join(folder, `walk.${ending}`)
  const sources = [`testsrc2=size=320x180:rate=15:duration=${seconds}`, `sine=duration=${seconds}`]
  const inputs = sources.flatMap((each) => ['-f', 'lavfi', '-i', each])
  try {
    execFileSync(PROGRAMS.ffmpeg ?? 'ffmpeg', [...inputs, ...ENCODED[ending], to], { stdio: 'ignore' })
    return readFileSync(to)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
