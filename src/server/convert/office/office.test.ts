import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { Conversion, PROGRAMS } from '../../../../test/server/conversion.ts'
import { notesOf } from './notes.ts'

const PATIENT = 180_000
const OOXML = 'http://schemas.openxmlformats.org'
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

/** A text of one line, which may hold marks of its own, as ODT. */
const odt = (line: string) => odf('text', `<office:text><text:p>${line}</text:p></office:text>`)

/** A document of a kind as ODF has them. */
function odf(kind: 'text' | 'presentation', body: string): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:draw="${ODF}:drawing:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body>${body}</office:body></office:document-content>`
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(manifest),
  })
}

/** What of a PPTX its notes are read from: three slides in another order than their names, the last hidden. */
function pptxNotes(first?: string): Uint8Array {
  const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="t" Target="${target}"/>`
  const note = (text: string) =>
    `<p:notes><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><a:t>7</a:t></p:sp><p:sp><p:nvPr><p:ph type="body" idx="1"/></p:nvPr>${text}</p:sp></p:notes>`
  return zipSync({
    'ppt/presentation.xml': strToU8(
      '<p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r1"/><p:sldId id="258" r:id="r3"/>',
    ),
    'ppt/_rels/presentation.xml.rels': strToU8(
      [1, 2, 3].map((n) => relation(`r${n}`, `slides/slide${n}.xml`)).join(''),
    ),
    'ppt/slides/slide1.xml': strToU8(`<p:sld xmlns:p="${OOXML}"/>`),
    'ppt/slides/slide2.xml': strToU8(`<p:sld xmlns:p="${OOXML}"/>`),
    'ppt/slides/slide3.xml': strToU8(`<p:sld xmlns:p="${OOXML}" show="0"/>`),
    'ppt/slides/_rels/slide2.xml.rels': strToU8(relation('n', '../notesSlides/notesSlide1.xml')),
    'ppt/slides/_rels/slide3.xml.rels': strToU8(relation('n', '../notesSlides/notesSlide2.xml')),
    'ppt/notesSlides/notesSlide1.xml': strToU8(
      first ??
        note(
          '<a:p><a:r><a:t>Greet &amp; thank </a:t></a:r><a:r><a:t>Hana</a:t></a:r></a:p><a:p><a:r><a:t>18&#x3a;00</a:t></a:r></a:p>',
        ),
    ),
    'ppt/notesSlides/notesSlide2.xml': strToU8(note('<a:p><a:t>Hidden</a:t></a:p>')),
  })
}

/** A program of this text in the place of LibreOffice. */
function standIn(folder: string, script: string): string {
  const file = join(folder, 'soffice')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

test.runIf(PROGRAMS.soffice)(
  '[CONVERT-10] a text of an office is shown as pages with their words',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    expect(await conversion.convert(odt('The library stays open'))).toMatchObject({
      kind: 'pages',
      pages: [{ number: 1 }],
    })
    expect(conversion.read('1.json').toString()).toContain('The library stays open')
  },
)

test.runIf(PROGRAMS.soffice)(
  '[CONVERT-10] nothing is shown that a document only links to',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const red = sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
    await red.png().toFile(join(conversion.folder, 'red.png'))
    writeFileSync(join(conversion.folder, 'secret.txt'), 'Secret words')
    const link = (name: string) =>
      `xlink:href="${pathToFileURL(join(conversion.folder, name)).href}" xlink:type="simple" xlink:show="embed"`
    const picture = `<draw:frame svg:width="10cm" svg:height="6cm"><draw:image ${link('red.png')} xlink:actuate="onLoad"/></draw:frame>`
    const section = `<text:section text:name="one"><text:section-source ${link('secret.txt')}/><text:p>Kept</text:p></text:section>`
    await conversion.convert(odt(`Before${picture}</text:p>${section}<text:p>`))
    expect(conversion.read('1.json').toString()).toContain('Kept')
    expect(conversion.read('1.json').toString()).not.toContain('Secret')
    expect(await isRed(conversion)).toBe(false)
  },
)

test.runIf(PROGRAMS.soffice && PROGRAMS.hides)(
  '[CONVERT-10] nor is a picture of another room that a presentation links to',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const red = sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
    await red.png().toFile(join(conversion.folder, 'red.png'))
    const { href } = pathToFileURL(join(conversion.folder, 'red.png'))
    const picture = `<draw:frame svg:width="10cm" svg:height="6cm"><draw:image xlink:href="${href}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`
    const slides = `<office:presentation><draw:page draw:name="one">${picture}</draw:page></office:presentation>`
    expect(await conversion.convert(odf('presentation', slides))).toMatchObject({ kind: 'pages' })
    expect(await isRed(conversion)).toBe(false)
  },
)

/** Whether anything on the first page is as red as a picture that it is not to show. */
async function isRed(conversion: Conversion): Promise<boolean> {
  const pixels = await sharp(conversion.read('1-640.webp')).removeAlpha().raw().toBuffer()
  const isRedAt = (at: number) => (pixels[at] ?? 0) > 200 && (pixels[at + 1] ?? 0) < 60
  return Array.from({ length: pixels.length / 3 }, (_, n) => n * 3).some(isRedAt)
}

test.runIf(PROGRAMS.soffice)(
  '[CONVERT-4] an office document that is cut off is broken',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    expect(await conversion.convert(odt('One').subarray(0, 120))).toMatchObject({ kind: 'refused', reason: 'broken' })
  },
)

test('[CONVERT-10] without LibreOffice that is said', async () => {
  await using conversion = new Conversion({ programs: { ...PROGRAMS, soffice: null } })
  expect(await conversion.convert(odt('One'))).toEqual({ kind: 'refused', reason: 'no-office' })
})

test('[CONVERT-3] an office that hangs is ended with all that it began', { timeout: PATIENT }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-office-'))
  const pids = join(folder, 'pids')
  const soffice = standIn(folder, `sleep 600 & echo $! > ${pids}\nsleep 600`)
  await using conversion = new Conversion({ programs: { ...PROGRAMS, soffice }, limits: { office: { whole: 2_000 } } })
  expect(await conversion.convert(odt('One'))).toEqual({ kind: 'refused', reason: 'too-slow' })
  const child = Number(readFileSync(pids, 'utf8'))
  await expect.poll(() => isAlive(child)).toBe(false)
  rmSync(folder, { recursive: true })
})

test('[CONVERT-4] an office document with a password is told apart', async () => {
  await using conversion = new Conversion()
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await conversion.convert(locked)).toEqual({ kind: 'refused', reason: 'password' })
})

test('[CONVERT-11] notes come in the order of the slides, without those of hidden ones', () => {
  expect(notesOf(pptxNotes())).toEqual(['Greet & thank Hana\n18:00', ''])
})

test('[CONVERT-11] notes in a box of their own count as well', () => {
  const xml = '<p:sp><p:nvPr/><a:p><a:r><a:t>By another program</a:t></a:r></a:p></p:sp>'
  expect(notesOf(pptxNotes(xml))).toEqual(['By another program', ''])
})

test('[CONVERT-4] a package that says it unpacks to more than a gigabyte is given up', () => {
  const parts = { 'ppt/presentation.xml': new Uint8Array(), 'media.bin': new Uint8Array(10) }
  const zip = zipSync(parts)
  const list = Buffer.from(zip.buffer).lastIndexOf('PK\u0001\u0002')
  new DataView(zip.buffer).setUint32(list + 24, 1_000_000_001, true)
  expect(() => notesOf(zip)).toThrow('too-large')
})

test('[CONVERT-3] a part that is too large for notes is not unpacked', () => {
  const huge = { 'ppt/presentation.xml': new Uint8Array(5_000_000) }
  expect(notesOf(zipSync(huge))).toEqual([])
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
