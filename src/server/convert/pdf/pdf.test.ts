import { existsSync, readdirSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { Conversion, pdfOf, rawPdf } from '../../../../test/server/conversion.ts'

const PATIENT = 120_000

test(
  '[CONVERT-5] [CONVERT-6] [CONVERT-9] the pages of a PDF come one by one, in three widths',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const converted = await conversion.convert(await pdfOf(['One', 'Two']))
    expect(converted).toMatchObject({ kind: 'pages', title: 'Harbour library', notes: [] })
    expect(conversion.pages.map(({ number }) => number)).toEqual([1, 2])
    expect(conversion.pages[0]).toMatchObject({ width: 960, height: 540 })
    expect(conversion.pages[0]?.renditions.map(({ width, height }) => [width, height])).toEqual([
      [640, 360],
      [1280, 720],
      [1920, 1080],
    ])
    expect(await sharp(conversion.read('2-1920.webp')).metadata()).toMatchObject({ format: 'webp', width: 1920 })
    expect(conversion.pages.every(({ renditions }) => (renditions[2]?.bytes ?? 0) < 300_000)).toBe(true)
  },
)

test(
  '[CONVERT-6] a page is drawn larger when that is asked for, and the others stay',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const pdf = await pdfOf(['One', 'Two'])
    await conversion.convert(pdf)
    await conversion.convert(pdf, { only: 2 })
    expect(await sharp(conversion.read('2-2880.webp')).metadata()).toMatchObject({ width: 2880 })
    expect(existsSync(`${conversion.out}/1-640.webp`)).toBe(true)
    expect(await conversion.convert(pdf, { only: 3 })).toEqual({ kind: 'refused', reason: 'broken' })
    expect(existsSync(`${conversion.out}/1-640.webp`)).toBe(true)
  },
)

test('[CONVERT-7] a page has its text with its place', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  await conversion.convert(await pdfOf(['The library stays open']))
  const { lines } = JSON.parse(conversion.read('1.json').toString()) as { lines: { x: number; y: number }[] }
  expect(lines).toMatchObject([{ text: 'The library stays open', direction: 'ltr' }])
  expect(lines[0]?.x).toBeCloseTo(40 / 960, 2)
  expect(lines[0]?.y).toBeCloseTo(1 - 420 / 540, 1)
})

test('[CONVERT-8] links lead to the web, to mail and to pages, and nowhere else', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  const link = (n: number, action: string) =>
    `<< /Type /Annot /Subtype /Link /Rect [${n * 96} 0 ${n * 96 + 96} 54] ${action} >>`
  const to = (address: string) => `/A << /S /URI /URI (${address}) >>`
  const actions = [
    ...['https://example.org/a', 'mailto:hana@example.org', 'javascript:alert(1)', 'file:///etc/passwd'].map(to),
    '/A << /S /Launch /F (sh) >>',
    '/Dest [3 0 R /Fit]',
  ]
  await conversion.convert(rawPdf({ page: `/Annots [${actions.map((each, n) => link(n, each)).join(' ')}]` }))
  const { links } = JSON.parse(conversion.read('1.json').toString()) as { links: unknown[] }
  expect(links).toMatchObject([
    { to: 'https://example.org/a', x: 0, y: 0.9, width: 0.1 },
    { to: 'mailto:hana@example.org' },
    { page: 1, x: 0.5 },
  ])
  expect(links).toHaveLength(3)
})

test(
  '[CONVERT-4] a password, a broken file and too many pages are told apart, and leave nothing',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const secret = '<'.concat('00'.repeat(32), '>')
    const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`
    expect(await conversion.convert(rawPdf({ trailer }))).toEqual({ kind: 'refused', reason: 'password' })
    expect(await conversion.convert('%PDF-1.7\nnothing more')).toEqual({ kind: 'refused', reason: 'broken' })
    const many = await pdfOf(Array.from({ length: 1_001 }, String))
    expect(await conversion.convert(many)).toEqual({ kind: 'refused', reason: 'too-many-pages' })
    expect(await conversion.convert('a letter')).toEqual({ kind: 'refused', reason: 'not-supported' })
    expect(existsSync(conversion.out)).toBe(false)
    expect(readdirSync(`${conversion.folder}/work`)).toEqual([])
  },
)

test('[CONVERT-4] what of a damaged PDF can be read is shown', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  expect(await conversion.convert(rawPdf({}).subarray(0, -8))).toMatchObject({
    kind: 'pages',
    pages: [{ number: 1 }],
  })
})

test('[CONVERT-6] a page of 10,000 points is drawn within bounds', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  await conversion.convert(await pdfOf(['Large'], [10_000, 10_000]))
  await conversion.convert(await pdfOf(['Tall'], [10, 10_000]))
  const [large, tall] = conversion.pages.map(({ renditions }) => renditions[2])
  expect(large).toMatchObject({ width: 1920, height: 1920 })
  expect(tall?.height).toBe(6_000)
})
