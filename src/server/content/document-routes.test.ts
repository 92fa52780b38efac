import { expect, test } from 'vitest'
import { film, PDF, PPTX, SVG } from '../../../test/rules/content-files.ts'
import { kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene } from '../../../test/server/app-server.ts'
import { refusalOf } from '../../../test/server/members.ts'
import { Tus } from '../../../test/server/uploads.ts'

async function opened() {
  const scene = await openScene()
  const host = await scene.creates()
  const speaker = await scene.enters(host, 'speaker', mei)
  return { scene, tus: new Tus(scene), host, speaker }
}

test('[CONTENT-9] one sees the own files, who runs the room all; found by words, in any order', async () => {
  const { scene, tus, host, speaker } = await opened()
  const moderator = await scene.enters(host, 'moderator', kwame)
  await tus.brings(host, 'Harbour plan.pdf', PDF)
  scene.clock.turn(1_000)
  await tus.brings(speaker, 'Café in the harbour.mp4', film(10_000))
  scene.clock.turn(1_000)
  await tus.brings(speaker, 'Boats.pptx', PPTX)
  expect(await tus.names(speaker)).toEqual(['Boats.pptx', 'Café in the harbour.mp4'])
  expect(await tus.names(moderator)).toEqual([])
  const all = async (asked: string) => await tus.names(moderator, `?whose=room&${asked}`)
  expect(await all('sort=name&order=up')).toEqual(['Boats.pptx', 'Café in the harbour.mp4', 'Harbour plan.pdf'])
  expect((await all('sort=bytes')).at(0)).toBe('Café in the harbour.mp4')
  expect(await all('sort=at&order=up')).toEqual(['Harbour plan.pdf', 'Café in the harbour.mp4', 'Boats.pptx'])
  expect(await all('search=harbour%20CAFE')).toEqual(['Café in the harbour.mp4'])
  expect(await all('search=%25')).toEqual([])
  for (const asked of ['whose=room', 'sort=owner', 'from=-1', `search=${'x'.repeat(2_000)}`])
    expect((await tus.ask('GET', `/api/rooms/${host.room}/documents?${asked}`, speaker)).status).toBeGreaterThan(399)
})

test('[CONTENT-9] a long list is had a window at a time', async () => {
  const { tus, host } = await opened()
  for (let n = 0; n < 51; n += 1) await tus.brings(host, 'Plan.pdf', PDF)
  const first = await tus.list(host, '?sort=name&order=up')
  expect([first.documents.length, first.next]).toEqual([50, 50])
  const rest = await tus.list(host, `?sort=name&order=up&from=${first.next}`)
  expect([rest.documents.length, rest.next]).toEqual([1, null])
  expect(new Set([...first.documents, ...rest.documents].map(({ name }) => name)).size).toBe(51)
})

test('[CONTENT-10] whose it is and who runs the room call a file otherwise and delete it; for anybody else there is none', async () => {
  const { scene, tus, host, speaker } = await opened()
  const another = await scene.enters(host, 'speaker', noor)
  const { id } = await tus.brings(speaker, 'Plan.pdf', PDF)
  await tus.brings(host, 'Taken.pdf', PPTX)
  const path = `/api/rooms/${host.room}/documents/${id}`
  const renamed = await scene.post(path, { name: '../New\u202E name' }, speaker)
  expect(renamed.body).toMatchObject({ id, name: 'New name.pdf', isOwn: true })
  expect((await scene.post(path, { name: 'New name.pdf' }, host)).body).toMatchObject({ name: 'New name.pdf' })
  for (const [where, body] of [
    [path, { name: 'Mine now' }],
    [`${path}/delete`, {}],
  ] as const)
    expect(refusalOf(await scene.post(where, body, another))).toBe('file-gone')
  expect((await scene.get(`${path}/original`, another)).status).toBe(404)
  expect((await scene.post(path, { name: 'NEW NAME.PDF' }, host)).body).toMatchObject({ name: 'NEW NAME.PDF' })
  expect((await scene.post(path, { name: 'New name' }, host)).body).toMatchObject({ name: 'New name.pdf' })
  for (const body of [{}, { name: 5 }, { name: '\u200B ' }, { name: 'x'.repeat(5_000) }])
    expect((await scene.post(path, body, speaker)).status).toBe(400)
  expect(await tus.names(speaker)).toEqual(['New name.pdf'])
  expect((await scene.post(`${path}/delete`, {}, host)).status).toBe(204)
  expect((await scene.post(`${path}/delete`, {}, host)).status).toBe(404)
  expect(await tus.names(speaker)).toEqual([])
})

test('[CONTENT-11] what was brought is fetched under its name as bytes, and no browser shows it', async () => {
  const { scene, tus, host } = await opened()
  const { id } = await tus.brings(host, 'Café "1".svg', SVG)
  const answer = await fetch(new URL(`/api/rooms/${host.room}/documents/${id}/original`, scene.url), {
    headers: { cookie: host.cookie },
  })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''Caf%C3%A9%201.svg",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(SVG)).toBe(true)
})
