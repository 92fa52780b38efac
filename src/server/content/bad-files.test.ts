import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newFolder, openScene, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { bombPdf, bombPng, bombPptx, bombSvg, lockedPdf, lockedPptx } from '../../../test/server/bad-files.ts'
import { pdfOf, PROGRAMS, rawPdf, walkOf } from '../../../test/server/conversion.ts'
import { pptxOf } from '../../../test/server/presentation.ts'
import { Tus, type TusAnswer } from '../../../test/server/uploads.ts'
import { contentPath, type Document } from '../../protocol/portal/content.ts'

const PATIENT = 120_000
/** Whoever brings something bad is told so within a minute. */
const minute = { timeout: 60_000 }
const DAY = 24 * 3_600_000

const refusal = ({ status, body }: TusAnswer) => [status, (body as { refusal?: string } | null)?.refusal]
const hasFilms = PROGRAMS.ffmpeg !== null && PROGRAMS.ffprobe !== null

/** A small picture like no other, which is soon made ready. */
async function dot(): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = randomBytes(3)
  return await sharp({ create: { width: 8, height: 8, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer()
}

/** A room in which a file is ready already. */
async function opened(given: Parameters<typeof openScene>[0] = {}) {
  const scene = await openScene(given)
  const [tus, host] = [new Tus(scene), await scene.creates()]
  const kept = await tus.brings(host, 'Kept.png', await dot())
  const now = async ({ id }: Document) => (await tus.list(host)).documents.find((each) => each.id === id)
  const ready = async (file: Document) => {
    await expect.poll(async () => (await now(file))?.state, minute).toBe('ready')
  }
  await ready(kept)
  return { scene, tus, host, kept, now, ready }
}
type Room = Awaited<ReturnType<typeof opened>>

/** What there was is there, the next good file is made ready, and of the bad ones nothing lies about. */
async function isWell({ scene, tus, host, kept, ready }: Room) {
  const next = await tus.brings(host, 'Next.png', await dot())
  await ready(next)
  for (const { id } of [kept, next])
    expect((await scene.get(`${contentPath(host.room, id)}/pages/1/640`, host)).status).toBe(200)
  for (const folder of ['uploads', 'converting', 'converted', 'files-unfinished'])
    await expect.poll(() => readdirSync(join(scene.folder, folder)), minute).toEqual([])
}

test(
  '[CONVERT-4] what cannot be shown says why within a minute, one after the other',
  { timeout: PATIENT },
  async () => {
    const room = await opened()
    const { tus, host, now } = room
    const noise = { create: { width: 200, height: 200, channels: 3 as const, background: '#888' } }
    const png = await sharp(noise).png({ compressionLevel: 0 }).toBuffer()
    const bad: [name: string, bytes: Uint8Array, reasons: (string | null | undefined)[]][] = [
      ['Locked.pdf', lockedPdf(), ['password']],
      ['Locked.pptx', lockedPptx(), ['password']],
      ['Cut.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cata'), ['broken']],
      ['Cut.png', png.subarray(0, png.length / 2), ['broken']],
      ['Bomb.pptx', bombPptx(1_200), ['too-large']],
      // Its list lies, and an office that finds so may leave the slide out.
      ['Lies.pptx', bombPptx(1_200, 5_000), [null, 'no-office', 'broken', 'too-large', 'too-slow']],
      ['Bomb.pdf', bombPdf(1_500), ['too-large', 'too-slow']],
      ['Bomb.png', bombPng(30_000), ['too-large']],
      ['Bomb.svg', Buffer.from(bombSvg()), ['broken', 'too-slow']],
    ]
    for (const [name, bytes, reasons] of bad) {
      const file = await tus.brings(host, name, bytes)
      expect(file.name).toBe(name)
      await expect.poll(async () => (await now(file))?.state, minute).toMatch(/failed|ready/)
      expect(reasons, name).toContain((await now(file))?.reason)
    }
    await isWell(room)
  },
)

test(
  '[CONTENT-4] [CONVERT-6] 60 MB and pages of 10,000 points are shown, and a byte more is refused',
  { timeout: PATIENT },
  async () => {
    const room = await opened({ env: { ROSTRUM_UPLOAD_MB: '60' } })
    const { scene, tus, host, ready } = room
    const small = rawPdf({ objects: [Buffer.from('<< /Length 0 >>\nstream\n\nendstream')] })
    const pdf = (bytes: number) => Buffer.concat([small, Buffer.alloc(bytes - small.length, '\n')])
    await ready(await tus.brings(host, 'Large.pdf', pdf(60_000_000)))
    const wide = await tus.brings(host, 'Wide.pdf', await pdfOf(['Wide'], [10_000, 10_000]))
    await ready(wide)
    const page = `${scene.url}${contentPath(host.room, wide.id)}/pages/1/1920`
    const answer = await fetch(page, { headers: { cookie: host.cookie } })
    const drawn = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect(drawn).toMatchObject({ format: 'webp', width: 1_920, height: 1_920 })
    const larger = pdf(60_000_001)
    const path = await tus.begun(host, 'Larger.pdf', larger.length)
    // Its beginning says what it is, and that is enough.
    expect(refusal(await tus.sends(host, path, { bytes: larger.subarray(0, 100_000), from: 0 }))).toEqual([
      413,
      'file-large',
    ])
    expect(await tus.offset(host, path)).toBeNull()
    expect(readdirSync(join(scene.folder, 'uploads'))).toEqual([])
    await isWell(room)
  },
)

test(
  '[CONVERT-14] [CONTENT-11] an SVG is shown as a picture, and nothing of it runs',
  { timeout: PATIENT },
  async () => {
    const room = await opened()
    const { scene, tus, host, ready } = room
    let asked = 0
    const elsewhere = createServer((_, response) => response.end(String(asked++))).listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    const { port } = elsewhere.address() as AddressInfo
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" onload="fetch('http://127.0.0.1:${port}/')">
    <script>fetch('http://127.0.0.1:${port}/')</script><style>@import url(http://127.0.0.1:${port}/a.css);</style>
    <image href="http://127.0.0.1:${port}/a.png" width="80" height="40"/><rect width="80" height="40" fill="red"/></svg>`
    const file = await tus.brings(host, 'Drawn"\r\n.svg', Buffer.from(svg))
    await ready(file)
    for (const path of ['pages/1/640', 'pages/1/1920']) {
      const { status, headers } = await scene.get(`${contentPath(host.room, file.id)}/${path}`, host)
      expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
        200,
        'image/webp',
        'nosniff',
      ])
    }
    const { headers } = await scene.get(`/api/rooms/${host.room}/documents/${file.id}/original`, host)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Drawn.svg")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    const entities = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>`
    expect(refusal(await tus.uploads(host, 'Entities.svg', Buffer.from(entities)))).toEqual([415, 'file-unknown'])
    await isWell(room)
    elsewhere.close()
    expect(asked).toBe(0)
  },
)

test.runIf(hasFilms)(
  '[PRESENT-6] a film without a picture is heard, and one of no time at all is broken',
  { timeout: PATIENT },
  async () => {
    const room = await opened()
    const { scene, tus, host, now, ready } = room
    const folder = newFolder()
    const walk = walkOf(2)
    writeFileSync(join(folder, 'walk.mp4'), walk)
    const cut = (name: string, ...how: string[]) => {
      execFileSync(PROGRAMS.ffmpeg ?? '', ['-v', 'quiet', '-i', join(folder, 'walk.mp4'), ...how, join(folder, name)])
      return readFileSync(join(folder, name))
    }
    const heard = await tus.brings(host, 'Heard.mp4', cut('heard.mp4', '-vn', '-c', 'copy'))
    await ready(heard)
    const stage = await scene.joins(host)
    expect(await stage.asks({ type: 'presentContent', document: heard.id, page: 1, instead: null })).toBe('done')
    expect(await stage.told('contentPresented')).toMatchObject({ item: { kind: 'sound', pages: null } })
    const empty = [
      await tus.brings(host, 'Still.mp4', cut('still.mp4', '-frames:v', '0', '-an')),
      await tus.brings(host, 'Quiet.wav', cut('quiet.wav', '-vn', '-t', '0')),
      await tus.brings(host, 'Cut.mp4', walk.subarray(0, 2_000)),
    ]
    for (const file of empty) await expect.poll(async () => await now(file), minute).toMatchObject({ reason: 'broken' })
    await isWell(room)
  },
)

test('[CONTENT-5] whatever a file was called, it is one line without a path', { timeout: PATIENT }, async () => {
  const room = await opened()
  const { scene, tus, host } = room
  const names = [
    ['../../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Hana\\Plan.pdf', 'Plan.pdf'],
    ['Pl\0an\r\nSet-Cookie: a.pdf', 'Pl an Set-Cookie a.pdf'],
    ['\u202efdp.exe\u202d\u2066.pdf', 'fdp.exe.pdf'],
    ['...', 'slides.pdf'],
    ['', 'slides (2).pdf'],
    ['תוכנית הנמל.pdf', 'תוכנית הנמל.pdf'],
    [`${'長'.repeat(300)}.pdf`, `${'長'.repeat(116)}.pdf`],
  ] as const
  const pdf = await pdfOf(['Named'])
  for (const [called, name] of names) {
    const { id } = await tus.brings(host, called, pdf)
    const { headers } = await scene.get(`/api/rooms/${host.room}/documents/${id}/original`, host)
    expect((await tus.list(host)).documents.find((each) => each.id === id)?.name).toBe(name)
    expect(headers.get('content-disposition')).toContain(encodeURIComponent(name).slice(0, 6))
  }
  await isWell(room)
})

test(
  '[CONTENT-4] five files of one person come at once and are all shown; a sixth waits',
  { timeout: PATIENT },
  async () => {
    const room = await opened()
    const { tus, host, ready } = room
    const dots = await Promise.all(Array.from({ length: 5 }, dot))
    const begun = await Promise.all(
      dots.map(async (bytes, n) => ({ bytes, path: await tus.begun(host, `${n}.png`, bytes.length) })),
    )
    expect(refusal(await tus.begins(host, 'Sixth.pdf', 100))).toEqual([409, 'uploads-many'])
    const came = await Promise.all(
      begun.map(async ({ bytes, path }) => await tus.sends(host, path, { bytes, from: 0 })),
    )
    for (const { body } of came) await ready(body as Document)
    expect(await tus.names(host, '?sort=name&order=up')).toEqual([
      '0.png',
      '1.png',
      '2.png',
      '3.png',
      '4.png',
      'Kept.png',
    ])
    await isWell(room)
  },
)

/** Sends bytes of which it is not said how many they are, and hangs up after so many. Gives what was answered, if anything was. */
async function pours(scene: Scene, { cookie }: Visitor, path: string, bytes: Uint8Array, cutAt = bytes.length + 1) {
  const headers = {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '0',
    'transfer-encoding': 'chunked',
    cookie,
    origin: scene.url,
  }
  const asking = request(new URL(path, scene.url), { method: 'PATCH', headers })
  const answered = new Promise<number | null>((resolve) => {
    asking.on('response', (answer) => resolve(answer.resume().statusCode ?? null))
    asking.on('error', () => resolve(null))
  })
  await new Promise((sent) => asking.write(bytes.slice(0, cutAt), sent))
  if (cutAt > bytes.length) asking.end()
  return { answered, hangUp: () => asking.destroy() }
}

test(
  '[CONTENT-2] [CONTENT-7] an upload that is cut goes on; one that is left or of another length is swept',
  { timeout: PATIENT },
  async () => {
    const room = await opened()
    const { scene, tus, host, ready } = room
    const pdf = await pdfOf(['Resumed'])
    const [resumed, left] = [await tus.begun(host, 'Resumed.pdf', pdf.length), await tus.begun(host, 'Left.pdf', 9_000)]
    for (const path of [resumed, left]) {
      const { hangUp } = await pours(scene, host, path, pdf, 500)
      await expect.poll(() => statSync(join(scene.folder, 'uploads', path.split('/').at(-1) ?? '')).size).toBe(500)
      hangUp()
    }
    // The cut one lets go of it at once.
    await expect
      .poll(async () => (await tus.sends(host, resumed, { bytes: pdf.subarray(500), from: 500 })).status)
      .toBe(200)
    // It is shorter than was said: the rest never comes.
    const short = await tus.begun(host, 'Short.pdf', pdf.length + 1)
    expect((await tus.sends(host, short, { bytes: pdf, from: 0 })).status).toBe(204)
    // It is longer: said beforehand, and as it comes.
    const long = await tus.begun(host, 'Long.pdf', pdf.length - 1)
    expect((await tus.sends(host, long, { bytes: pdf, from: 0 })).status).toBe(413)
    const { answered } = await pours(scene, host, long, pdf)
    expect(await answered).toBe(413)
    expect((await tus.offset(host, long)) ?? 0).toBeLessThan(pdf.length)
    expect(await tus.names(host, '?sort=name&order=up')).toEqual(['Kept.png', 'Resumed.pdf'])
    const [, file] = (await tus.list(host, '?sort=name&order=up')).documents
    if (file) await ready(file)
    scene.clock.turn(DAY + 60_000)
    for (const path of [left, short, long]) await expect.poll(async () => await tus.offset(host, path)).toBeNull()
    await isWell(room)
  },
)

test(
  '[CONTENT-6] [CONVERT-4] where the disk is full that is said, and once it is not the file is shown',
  { timeout: PATIENT },
  async () => {
    let full = /never/
    const room = await opened({
      between: (files) => ({
        ...files,
        put: async (key, content) => (full.test(key) ? 'disk-full' : await files.put(key, content)),
      }),
    })
    const { tus, host, now, ready } = room
    const pdf = await pdfOf(['One', 'Two'])
    full = /./
    expect(refusal(await tus.uploads(host, 'Plan.pdf', pdf))).toEqual([507, 'disk-full'])
    expect(await tus.names(host)).toEqual(['Kept.png'])
    // There is place for the file, and not for its second page.
    full = /-2-640$/
    const first = await tus.brings(host, 'Plan.pdf', pdf)
    await expect.poll(async () => await now(first), minute).toMatchObject({ state: 'failed', reason: 'disk-full' })
    full = /never/
    await isWell(room)
    await ready(await tus.brings(host, 'Plan again.pdf', pdf))
    await ready(first)
  },
)

test(
  '[CONVERT-3] [CONVERT-10] an office that hangs, and one that is not there, are told apart',
  { timeout: PATIENT },
  async () => {
    const soffice = join(newFolder(), 'soffice')
    writeFileSync(soffice, '#!/bin/sh\nsleep 600 & sleep 600\n')
    chmodSync(soffice, 0o755)
    const pptx = pptxOf({ text: 'The harbour', colour: 'C82828' })
    const reasonOf = async (converting: NonNullable<Parameters<typeof openScene>[0]>['converting']) => {
      const room = await opened({ ...(converting && { converting }) })
      const file = await room.tus.brings(room.host, 'Plan.pptx', pptx)
      await expect.poll(async () => (await room.now(file))?.state, minute).toBe('failed')
      await isWell(room)
      return (await room.now(file))?.reason
    }
    const limits = { office: { whole: 1_500 } }
    expect(await reasonOf({ programs: { ...PROGRAMS, soffice }, limits })).toBe('too-slow')
    expect(await reasonOf({ programs: { ...PROGRAMS, soffice: null } })).toBe('no-office')
  },
)
