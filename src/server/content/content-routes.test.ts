import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { film } from '../../../test/rules/content-files.ts'
import { kwame, mei, noor } from '../../../test/rules/people.ts'
import { newFolder, openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { pdfOf, PROGRAMS, walkOf } from '../../../test/server/conversion.ts'
import type { Caller } from '../../../test/server/socket-client.ts'
import { Tus } from '../../../test/server/uploads.ts'
import { ContentAbout, contentPath, PageText, type Document } from '../../protocol/portal/content.ts'

const PATIENT = 120_000
const poll = { timeout: 60_000 }

const texts = (pages: number) => Array.from({ length: pages }, (_, n) => `Page ${n + 1} of the plan`)

/** A file as it is listed now. */
async function listed(scene: Scene, host: Visitor, { id }: Document): Promise<Document | undefined> {
  return (await new Tus(scene).list(host)).documents.find((each) => each.id === id)
}

/** A room in which a PDF of some pages is ready, and somebody who watches. */
async function withSlides(pages = 5) {
  const scene = await openScene()
  const host = await scene.creates()
  const plan = await new Tus(scene).brings(host, 'Plan.pdf', await pdfOf(texts(pages)))
  await expect
    .poll(async () => await listed(scene, host, plan), poll)
    .toMatchObject({ state: 'ready', pages, ready: pages })
  const viewer = await scene.enters(host, 'viewer', noor)
  const path = contentPath(host.room, plan.id)
  const presents = { type: 'presentContent', document: plan.id, page: 1, instead: null } as const
  return { scene, host, viewer, plan, path, presents }
}

/** Who somebody is in the room. */
const me = async (caller: Caller) => (await caller.frame('welcome', ({ inside }) => inside)).you.id

const picture = async ({ url }: Scene, { cookie }: Visitor, path: string) =>
  Buffer.from(await (await fetch(new URL(path, url), { headers: { cookie } })).arrayBuffer())

test(
  '[PAGES-1] [PAGES-3] what was brought becomes pages by itself: pictures, their text and what it is',
  { timeout: PATIENT },
  async () => {
    const { scene, host, path } = await withSlides(3)
    const about = v.parse(ContentAbout, (await scene.get(`${path}/about`, host)).body)
    expect(about).toMatchObject({ title: 'Harbour library', notes: [], pages: [{ width: 960 }, {}, {}] })
    for (const width of [640, 1280, 1920]) {
      const { headers } = await scene.get(`${path}/pages/2/${width}`, host)
      expect(headers.get('content-type')).toBe('image/webp')
      expect(headers.get('cache-control')).toContain('immutable')
      expect(await sharp(await picture(scene, host, `${path}/pages/2/${width}`)).metadata()).toMatchObject({ width })
    }
    const { lines } = v.parse(PageText, (await scene.get(`${path}/pages/2/text`, host)).body)
    expect(lines.map(({ text }) => text)).toEqual(['Page 2 of the plan'])
    for (const bad of ['pages/2/641', 'pages/0/640', 'pages/1001/640', 'pages/x/640', 'pages/-1/text'])
      expect(refused(await scene.get(`${path}/${bad}`, host))).toMatchObject({ status: 400 })
    for (const none of ['pages/4/640', 'pages/4/text', 'film', 'poster'])
      expect(refused(await scene.get(`${path}/${none}`, host))).toMatchObject({
        status: 404,
        refusal: expect.anything(),
      })
  },
)

test(
  '[PAGES-3] a page that is asked for very large is drawn so, and shown smaller until then',
  { timeout: PATIENT },
  async () => {
    const { scene, host, path } = await withSlides(1)
    const first = await scene.get(`${path}/pages/1/2880`, host)
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const width = async () => (await sharp(await picture(scene, host, `${path}/pages/1/2880`)).metadata()).width
    await expect.poll(width, poll).toBe(2_880)
    expect((await scene.get(`${path}/pages/1/2880`, host)).headers.get('cache-control')).toContain('immutable')
  },
)

test(
  '[PAGES-3] who asks for many pages very large at once holds up nothing that is brought meanwhile',
  { timeout: PATIENT },
  async () => {
    const { scene, host, path } = await withSlides(30)
    for (let page = 1; page <= 30; page += 1) await scene.get(`${path}/pages/${page}/2880`, host)
    const next = await new Tus(scene).brings(host, 'Next.pdf', await pdfOf(['One']))
    await expect.poll(async () => (await listed(scene, host, next))?.state, poll).toBe('ready')
    const large = readdirSync(join(scene.folder, 'files')).filter((name) => name.endsWith('2880'))
    expect(large.length).toBeLessThanOrEqual(3)
    // Those that were put off come with the next that asks.
    const width = async () => (await sharp(await picture(scene, host, `${path}/pages/30/2880`)).metadata()).width
    await expect.poll(width, poll).toBe(2_880)
  },
)

test(
  '[PAGES-4] who watches fetches what is shown and a page further, while it is presented; a stranger nothing',
  { timeout: PATIENT },
  async () => {
    const { scene, host, viewer, path, presents } = await withSlides()
    const stranger = { ...viewer, cookie: '' }
    const status = async (who: Visitor, page: number) => (await scene.get(`${path}/pages/${page}/640`, who)).status
    expect(await status(viewer, 1)).toBe(404)
    const stage = await scene.joins(host)
    expect(await stage.asks(presents)).toBe('done')
    expect(await status(viewer, 1)).toBe(404)
    const watching = await scene.joins(viewer)
    expect([await status(viewer, 1), await status(viewer, 2), await status(viewer, 3)]).toEqual([200, 200, 404])
    expect(refused(await scene.get(`${path}/pages/3/text`, viewer)).refusal).toBe('file-gone')
    expect([await status(host, 5), await status(stranger, 1)]).toEqual([200, 404])
    expect(v.parse(ContentAbout, (await scene.get(`${path}/about`, viewer)).body).notes).toEqual([])
    await stage.does({ type: 'turnPage', document: presents.document, page: 4 })
    await watching.told('pageTurned')
    await stage.does({ type: 'turnPage', document: presents.document, page: 2 })
    expect([await status(viewer, 5), await status(viewer, 1)]).toEqual([200, 200])
    await stage.does({ type: 'stopContent', person: await me(stage) })
    expect(await status(viewer, 1)).toBe(404)
  },
)

test(
  '[PRESENT-1] a raw client without the permission is refused; with it, it presents as a viewer',
  { timeout: PATIENT },
  async () => {
    const { scene, host, viewer, presents } = await withSlides(1)
    const [stage, watching] = [await scene.joins(host), await scene.joins(viewer)]
    expect(await watching.asks(presents)).toBe('not-permitted')
    const id = await me(watching)
    await stage.does({ type: 'setPermissions', person: id, permissions: { presentContent: true } })
    expect(await watching.asks({ ...presents, document: id })).toBe('nothing-to-present')
    expect(await watching.asks(presents)).toBe('done')
    expect(await stage.told('contentPresented')).toMatchObject({ person: id, item: { name: 'Plan.pdf', pages: 1 } })
  },
)

test(
  '[PAGES-5] [PRESENT-5] a file that is deleted is presented no more, and nothing of it is left',
  { timeout: PATIENT },
  async () => {
    const { scene, host, plan, path, presents } = await withSlides(2)
    const stage = await scene.joins(host)
    await stage.does(presents)
    await scene.post(`/api/rooms/${host.room}/documents/${plan.id}/delete`, {}, host)
    expect(await stage.told('contentEnded')).toMatchObject({ why: 'gone' })
    expect((await scene.get(`${path}/pages/1/640`, host)).status).toBe(404)
    await expect.poll(() => readdirSync(join(scene.folder, 'files')), poll).toEqual([])
  },
)

test(
  '[PAGES-5] one that is deleted while it is made ready leaves nothing, and the next is made',
  { timeout: PATIENT },
  async () => {
    const scene = await openScene()
    const host = await scene.creates()
    const tus = new Tus(scene)
    const long = await tus.brings(host, 'Long.pdf', await pdfOf(texts(200)))
    await expect.poll(async () => (await listed(scene, host, long))?.ready, poll).toBeGreaterThan(0)
    await scene.post(`/api/rooms/${host.room}/documents/${long.id}/delete`, {}, host)
    expect(readdirSync(join(scene.folder, 'files'))).toEqual([])
    const short = await tus.brings(host, 'Short.pdf', await pdfOf(texts(1)))
    await expect.poll(async () => (await listed(scene, host, short))?.state, poll).toBe('ready')
  },
)

test(
  '[PAGES-2] the first page is shown while others are made, and a stop of the server in the middle loses nothing',
  { timeout: PATIENT },
  async () => {
    const folder = newFolder()
    const before = await openScene({ folder })
    const host = await before.creates()
    const plan = await new Tus(before).brings(host, 'Plan.pdf', await pdfOf(texts(40)))
    const path = contentPath(host.room, plan.id)
    await expect.poll(async () => (await listed(before, host, plan))?.ready, poll).toBeGreaterThan(0)
    expect(await listed(before, host, plan)).toMatchObject({ state: 'converting', pages: 40 })
    expect((await before.get(`${path}/pages/1/640`, host)).status).toBe(200)
    expect(refused(await before.get(`${path}/pages/40/640`, host))).toMatchObject({
      status: 425,
      refusal: 'page-later',
    })
    await before.close()
    const after = await openScene({ folder, clock: before.clock })
    await expect.poll(async () => await listed(after, host, plan), poll).toMatchObject({ state: 'ready', ready: 40 })
    expect((await after.get(`${path}/pages/40/640`, host)).status).toBe(200)
  },
)

test('[PAGES-1] what cannot be shown says why, and cannot be presented', { timeout: PATIENT }, async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const broken = await new Tus(scene).brings(host, 'Broken.mp4', film(2_000))
  await expect.poll(async () => (await listed(scene, host, broken))?.state, poll).toBe('failed')
  expect((await listed(scene, host, broken))?.reason).toBe('broken')
  const stage = await scene.joins(host)
  expect(await stage.asks({ type: 'presentContent', document: broken.id, page: 1, instead: null })).toBe(
    'nothing-to-present',
  )
})

test.runIf(PROGRAMS.ffmpeg)(
  '[FILM-3] a film has the captions that were brought for it, and goes with them',
  { timeout: PATIENT },
  async () => {
    const scene = await openScene()
    const host = await scene.creates()
    const walk = await new Tus(scene).brings(host, 'Walk.mp4', walkOf(2))
    await expect.poll(async () => (await listed(scene, host, walk))?.state, poll).toBe('ready')
    const [path, at] = [contentPath(host.room, walk.id), `/api/rooms/${host.room}/documents/${walk.id}/captions`]
    expect((await scene.get(`${path}/captions`, host)).status).toBe(404)
    expect(refused(await scene.post(at, { text: 'no captions' }, host)).refusal).toBe('captions-unknown')
    expect((await scene.post(at, { text: 'WEBVTT\n\n00:00.500 --> 00:01.000\n<b>Ahoy</b>' }, host)).status).toBe(204)
    expect(v.parse(ContentAbout, (await scene.get(`${path}/about`, host)).body)).toMatchObject({ hasCaptions: true })
    expect((await scene.get(`${path}/captions`, host)).body).toBe('WEBVTT\n\n00:00.500 --> 00:01.000\nAhoy\n')
    expect((await listed(scene, host, walk))?.hasCaptions).toBe(true)
    const speaker = await scene.enters(host, 'speaker', mei)
    expect(refused(await scene.post(at, { text: 'WEBVTT' }, speaker)).refusal).toBe('file-gone')
    await scene.post(`/api/rooms/${host.room}/documents/${walk.id}/delete`, {}, host)
    await expect.poll(() => readdirSync(join(scene.folder, 'files')), poll).toEqual([])
  },
)

test('[PAGES-6] who may present is told that files are further, and nobody else', { timeout: PATIENT }, async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const [stage, speaker, viewer] = [
    await scene.joins(host),
    await scene.joins(await scene.enters(host, 'speaker', mei)),
    await scene.joins(await scene.enters(host, 'viewer', kwame)),
  ]
  const plan = await new Tus(scene).brings(host, 'Plan.pdf', await pdfOf(texts(1)))
  await expect.poll(async () => (await listed(scene, host, plan))?.state, poll).toBe('ready')
  scene.clock.turn(1_000)
  await stage.frame('contentChanged')
  await speaker.frame('contentChanged')
  await viewer.finds({ type: 'ticket' })
  expect(viewer.frames.some(({ type }) => type === 'contentChanged')).toBe(false)
})
