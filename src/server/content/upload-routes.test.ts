import { once } from 'node:events'
import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { film, latin, PDF, PPTX } from '../../../test/rules/content-files.ts'
import { kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { Tus, type TusAnswer } from '../../../test/server/uploads.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const refusal = ({ status, body }: TusAnswer) => [status, (body as { refusal?: string } | null)?.refusal]
const inFolder = (scene: Scene, name: 'files' | 'uploads') => readdirSync(join(scene.folder, name))

/** A room with a host, and how files are sent to it. */
async function opened(env: Record<string, string> = {}) {
  const scene = await openScene({ env })
  return { scene, tus: new Tus(scene), host: await scene.creates() }
}

/** Sends the first of the bytes that are promised; then the rest, or hangs up. */
async function breaksOff(scene: Scene, { cookie }: { cookie: string }, path: string, bytes: Buffer, promised: number) {
  const headers = {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '0',
    'content-length': promised,
    cookie,
    origin: scene.url,
  }
  const asking = request(new URL(path, scene.url), { method: 'PATCH', headers })
  asking.on('error', () => {})
  const answer = new Promise<number | undefined>((answered) =>
    asking.on('response', ({ statusCode }) => answered(statusCode)),
  )
  await new Promise((sent) => asking.write(bytes, sent))
  return {
    hangUp: () => asking.destroy(),
    rest: async (others: Buffer) => await new Promise<void>((sent) => asking.end(others, () => sent())),
    answer,
  }
}

test('[CONTENT-2] [CONTENT-3] a file that is sent in parts is one of the room, by what is in it', async () => {
  const { scene, tus, host } = await opened()
  const path = await tus.begun(host, 'Plan', PDF.length)
  expect(await tus.offset(host, path)).toBe(0)
  const half = await tus.sends(host, path, { bytes: PDF.subarray(0, 20), from: 0 })
  expect([half.status, half.headers.get('upload-offset')]).toEqual([204, '20'])
  expect(await tus.offset(host, path)).toBe(20)
  const last = await tus.sends(host, path, { bytes: PDF.subarray(20), from: 20 })
  expect(last.status).toBe(200)
  expect(last.body).toMatchObject({ name: 'Plan.pdf', kind: 'slides', bytes: PDF.length, state: 'uploaded' })
  expect(await tus.names(host)).toEqual(['Plan.pdf'])
  expect(inFolder(scene, 'uploads')).toEqual([])
  // Whoever missed the answer asks how far it is.
  expect(await tus.offset(host, path)).toBe(PDF.length)
})

test('[CONTENT-2] a part from another place changes nothing, nor does one too many, nor one without its head', async () => {
  const { tus, host } = await opened()
  const path = await tus.begun(host, 'Plan.pdf', PDF.length)
  await tus.sends(host, path, { bytes: PDF.subarray(0, 20), from: 0 })
  for (const from of [0, 19, 21, 5_000_000])
    expect(refusal(await tus.sends(host, path, { bytes: PDF.subarray(20), from }))).toEqual([409, 'bad-request'])
  expect((await tus.sends(host, path, { bytes: PDF, from: 20 })).status).toBe(413)
  expect((await tus.ask('PATCH', path, host)).status).toBeGreaterThanOrEqual(400)
  const headers = { 'tus-resumable': '0.2' }
  expect((await tus.ask('PATCH', path, host, { headers })).status).toBeGreaterThanOrEqual(400)
  const withoutLength = { headers: { 'upload-defer-length': '1' } }
  const begin = `/api/rooms/${host.room}/uploads`
  expect(refusal(await tus.ask('POST', begin, host, withoutLength))).toEqual([501, 'bad-request'])
  for (const length of ['-1', '1e9', 'ten', '']) expect((await tus.begins(host, 'x', length)).status).toBe(400)
  expect(await tus.offset(host, path)).toBe(20)
  expect((await tus.sends(host, path, { bytes: PDF.subarray(20), from: 20 })).status).toBe(200)
  expect((await tus.sends(host, path, { bytes: PDF.subarray(20), from: 20 })).status).toBe(404)
  expect(await tus.names(host)).toEqual(['Plan.pdf'])
})

test('[CONTENT-2] one that was cut in the middle goes on from what is there, also after a stop of the server', async () => {
  const { scene, tus, host } = await opened()
  const whole = film(3_000_000)
  const path = await tus.begun(host, 'Ships.mp4', whole.length)
  const { hangUp } = await breaksOff(scene, host, path, whole.subarray(0, 1_000_000), whole.length)
  await expect.poll(() => inFolder(scene, 'uploads').length).toBe(1)
  hangUp()
  await expect.poll(async () => await tus.offset(host, path)).toBeGreaterThan(0)
  await scene.close()
  const again = await openScene({ folder: scene.folder, clock: scene.clock })
  const later = new Tus(again)
  const there = (await later.offset(host, path)) ?? -1
  expect(there).toBeGreaterThan(0)
  expect(there).toBeLessThanOrEqual(1_000_000)
  const last = await later.sends(host, path, { bytes: whole.subarray(there), from: there })
  expect(last.body).toMatchObject({ name: 'Ships.mp4', kind: 'film', bytes: 3_000_000 })
  const { id } = last.body as { id: string }
  const original = await fetch(new URL(`/api/rooms/${host.room}/documents/${id}/original`, again.url), {
    headers: { cookie: host.cookie },
  })
  expect(Buffer.from(await original.arrayBuffer()).equals(whole)).toBe(true)
})

test('[CONTENT-7] what had come as a whole when the server was stopped is there after the start', async () => {
  const { scene, tus, host } = await opened()
  const path = await tus.begun(host, 'Plan.pdf', PDF.length)
  await scene.close()
  writeFileSync(join(scene.folder, 'uploads', path.split('/').at(-1) ?? ''), PDF)
  const again = await openScene({ folder: scene.folder, clock: scene.clock })
  await expect.poll(async () => await new Tus(again).names(host)).toEqual(['Plan.pdf'])
})

test('[CONTENT-7] one of which nothing came for a day is given up, and makes room for others', async () => {
  const { scene, tus, host } = await opened()
  const path = await tus.begun(host, 'Plan.pdf', PDF.length)
  await tus.sends(host, path, { bytes: PDF.subarray(0, 20), from: 0 })
  scene.clock.turn(23 * HOUR)
  await tus.sends(host, path, { bytes: PDF.subarray(20, 30), from: 20 })
  scene.clock.turn(23 * HOUR)
  expect(await tus.offset(host, path)).toBe(30)
  scene.clock.turn(2 * HOUR)
  await expect.poll(() => inFolder(scene, 'uploads')).toEqual([])
  expect(await tus.offset(host, path)).toBeNull()
})

test('[CONTENT-7] who only says that much will come takes the place of others for ten minutes', async () => {
  const { scene, tus, host } = await opened({ ROSTRUM_ROOM_CONTENT_MB: '4' })
  const speaker = await scene.enters(host, 'speaker', mei)
  const path = await tus.begun(speaker, 'Film.mp4', 3_900_000)
  expect(refusal(await tus.begins(host, 'Plan.pdf', 200_000))).toEqual([409, 'content-full'])
  scene.clock.turn(6 * MINUTE)
  await tus.sends(speaker, path, { bytes: film(10), from: 0 })
  scene.clock.turn(6 * MINUTE)
  expect(refusal(await tus.begins(host, 'Plan.pdf', 200_000))).toEqual([409, 'content-full'])
  scene.clock.turn(5 * MINUTE)
  expect(refusal(await tus.begins(host, 'Plan.pdf', 5_000_000))).toEqual([409, 'content-full'])
  expect(await tus.offset(speaker, path)).toBe(10)
  expect((await tus.begins(host, 'Plan.pdf', 200_000)).status).toBe(201)
  expect(await tus.offset(speaker, path)).toBeNull()
})

test('[CONTENT-1] speakers and who runs the room bring files, viewers and strangers do not', async () => {
  const { scene, tus, host } = await opened()
  const speaker = await scene.enters(host, 'speaker', mei)
  const moderator = await scene.enters(host, 'moderator', kwame)
  const viewer = await scene.enters(host, 'viewer', noor)
  for (const who of [speaker, moderator, host]) expect((await tus.uploads(who, 'Plan.pdf', PDF)).status).toBe(200)
  for (const who of [viewer, { room: host.room, cookie: '' }])
    expect(refusal(await tus.begins(who, 'Plan.pdf', PDF.length))).toEqual([403, 'not-allowed'])
  const evil = { headers: { origin: 'https://evil.example', 'upload-length': '9' } }
  expect(refusal(await tus.ask('POST', `/api/rooms/${host.room}/uploads`, host, evil))).toEqual([403, 'not-allowed'])
})

test('[CONTENT-1] a viewer inside who is permitted to present content brings files, for as long as that is so', async () => {
  const { scene, tus, host } = await opened()
  const running = await scene.joins(host)
  const viewer = await scene.enters(host, 'viewer', noor)
  const inside = await scene.joins(viewer)
  const person = (await inside.frame('welcome')).you.id
  const permissions = {
    shareScreen: false,
    presentContent: true,
    chat: true,
    react: true,
    raiseHand: true,
    joinStage: true,
    seeParticipants: true,
  }
  await running.does({ type: 'setPermissions', person, permissions })
  expect((await tus.uploads(viewer, 'Plan.pdf', PDF)).status).toBe(200)
  await running.does({ type: 'removeFromRoom', person, lasting: false })
  expect((await tus.begins(viewer, 'Plan.pdf', PDF.length)).status).toBe(403)
})

test('[CONTENT-1] who is removed while a file comes has brought none', async () => {
  const { scene, tus, host } = await opened()
  const running = await scene.joins(host)
  const viewer = await scene.enters(host, 'viewer', noor)
  const person = (await (await scene.joins(viewer)).frame('welcome')).you.id
  await running.does({ type: 'setPermissions', person, permissions: { presentContent: true } })
  const path = await tus.begun(viewer, 'Plan.pdf', PDF.length)
  const sends = await breaksOff(scene, viewer, path, PDF.subarray(0, 20), PDF.length)
  await expect.poll(() => inFolder(scene, 'uploads').length).toBe(1)
  await running.does({ type: 'removeFromRoom', person, lasting: false })
  await sends.rest(PDF.subarray(20))
  expect(await sends.answer).toBe(403)
  expect([await tus.names(host, '?whose=room'), inFolder(scene, 'uploads')]).toEqual([[], []])
})

test('[CONTENT-2] nobody sees, sends or ends the upload of somebody else', async () => {
  const { scene, tus, host } = await opened()
  const speaker = await scene.enters(host, 'speaker', mei)
  const other = await scene.creates({ name: 'Elsewhere', host: kwame.name })
  const path = await tus.begun(speaker, 'Plan.pdf', PDF.length)
  for (const who of [host, other, { cookie: '' }]) {
    expect(await tus.offset(who, path)).toBeNull()
    expect((await tus.sends(who, path, { bytes: PDF, from: 0 })).status).toBeGreaterThanOrEqual(403)
    expect((await tus.ask('DELETE', path, who)).status).toBeGreaterThanOrEqual(403)
  }
  const elsewhere = path.replace(host.room, other.room)
  expect(refusal(await tus.sends(other, elsewhere, { bytes: PDF, from: 0 }))).toEqual([404, 'file-gone'])
  expect(await tus.offset(speaker, path)).toBe(0)
  expect((await tus.ask('DELETE', path, speaker)).status).toBe(204)
  expect(await tus.offset(speaker, path)).toBeNull()
})

test('[CONTENT-4] five of one person come at once; a sixth is told to wait, and somebody else is not', async () => {
  const { scene, tus, host } = await opened()
  const speaker = await scene.enters(host, 'speaker', mei)
  const begun = await Promise.all(Array.from({ length: 8 }, async () => await tus.begins(host, 'Plan.pdf', 100)))
  expect(begun.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(begun.filter(({ status }) => status === 409)).toHaveLength(3)
  expect(refusal(await tus.begins(host, 'Plan.pdf', 100))).toEqual([409, 'uploads-many'])
  expect((await tus.uploads(speaker, 'Plan.pdf', PDF)).status).toBe(200)
})

test('[CONTENT-4] what is too large for its kind, or for the room, is refused with a sentence, and nothing is kept', async () => {
  const { scene, tus, host } = await opened({
    ROSTRUM_UPLOAD_MB: '1',
    ROSTRUM_UPLOAD_FILM_MB: '3',
    ROSTRUM_ROOM_CONTENT_MB: '4',
  })
  expect(refusal(await tus.begins(host, 'Film.mp4', 3_000_001))).toEqual([413, 'file-large'])
  const large = Buffer.concat([PDF, Buffer.alloc(1_000_000)])
  expect(refusal(await tus.uploads(host, 'Plan.pdf', large))).toEqual([413, 'file-large'])
  expect((await tus.uploads(host, 'Film.mp4', film(2_500_000))).status).toBe(200)
  // What is on its way takes its place from the beginning: none is broken off for lack of it.
  await tus.begun(host, 'Coming.mp4', 1_400_000)
  expect(refusal(await tus.begins(host, 'More.pdf', 100_001))).toEqual([409, 'content-full'])
  expect((await tus.uploads(host, 'Fits.pdf', Buffer.concat([PDF, Buffer.alloc(90_000)]))).status).toBe(200)
  expect(await tus.list(host)).toMatchObject({ used: 2_590_000 + PDF.length, most: 4_000_000 })
  expect(inFolder(scene, 'files')).toHaveLength(2)
})

test('[CONTENT-3] what is nothing that is taken is refused after its beginning, whatever it is called', async () => {
  const { scene, tus, host } = await opened()
  const page = Buffer.concat([latin('<!doctype html><script>alert(1)</script>'), Buffer.alloc(400_000, ' ')])
  const path = await tus.begun(host, 'Plan.pdf', page.length)
  expect(refusal(await tus.sends(host, path, { bytes: page.subarray(0, 200_000), from: 0 }))).toEqual([
    415,
    'file-unknown',
  ])
  expect(await tus.offset(host, path)).toBeNull()
  // Whoever sends much of it hears why.
  expect(refusal(await tus.uploads(host, 'Film.mp4', Buffer.alloc(30_000_000)))).toEqual([415, 'file-unknown'])
  expect(refusal(await tus.uploads(host, 'Plan.pptx', PPTX.subarray(0, -30)))).toEqual([415, 'file-unknown'])
  expect(refusal(await tus.begins(host, 'Nothing.pdf', 0))).toEqual([415, 'file-unknown'])
  expect([inFolder(scene, 'uploads'), inFolder(scene, 'files'), await tus.names(host)]).toEqual([[], [], []])
})

test('[CONTENT-6] where the disk is full that is said, and nothing half is kept', async () => {
  const { scene, tus, host } = await opened()
  const path = await tus.begun(host, 'Plan.pdf', PDF.length)
  // What is written there is answered as by a full disk (full(4)).
  const file = join(scene.folder, 'uploads', path.split('/').at(-1) ?? '')
  rmSync(file, { force: true })
  symlinkSync('/dev/full', file)
  expect(refusal(await tus.sends(host, path, { bytes: PDF, from: 0 }))).toEqual([507, 'disk-full'])
  expect([inFolder(scene, 'uploads'), await tus.offset(host, path), await tus.names(host)]).toEqual([[], null, []])
})

test('[CONTENT-6] [CONTENT-5] the same file twice is kept once, and called by a number; of another room it is another', async () => {
  const { scene, tus, host } = await opened()
  const [first, second] = [await tus.brings(host, 'Plan.pdf', PDF), await tus.brings(host, 'Plan.pdf', PDF)]
  expect([first.name, second.name]).toEqual(['Plan.pdf', 'Plan (2).pdf'])
  expect([inFolder(scene, 'files').length, (await tus.list(host)).used]).toEqual([1, PDF.length])
  const other = await scene.creates({ name: 'Elsewhere' })
  await tus.brings(other, 'Plan.pdf', PDF)
  expect(inFolder(scene, 'files')).toHaveLength(2)
  await scene.post(`/api/rooms/${host.room}/documents/${first.id}/delete`, {}, host)
  expect(inFolder(scene, 'files')).toHaveLength(2)
  await scene.post(`/api/rooms/${host.room}/documents/${second.id}/delete`, {}, host)
  expect(inFolder(scene, 'files')).toHaveLength(1)
})

test('[CONTENT-2] 60 MB come and go as they were', async () => {
  const { scene, tus, host } = await opened()
  const whole = film(60_000_000)
  const document = await tus.brings(host, 'Ships.mp4', whole)
  expect(document).toMatchObject({ kind: 'film', bytes: 60_000_000 })
  const asking = request(new URL(`/api/rooms/${host.room}/documents/${document.id}/original`, scene.url), {
    headers: { cookie: host.cookie },
  }).end()
  const [answer] = await once(asking, 'response')
  let [read, isSame] = [0, true]
  for await (const part of answer) {
    isSame &&= whole.subarray(read, read + part.length).equals(part)
    read += part.length
  }
  expect([read, isSame]).toEqual([60_000_000, true])
}, 60_000)

test('[CONTENT-8] a room that goes takes its files and its uploads along', async () => {
  const { scene, tus, host } = await opened()
  await tus.brings(host, 'Plan.pdf', PDF)
  await tus.sends(host, await tus.begun(host, 'Film.mp4', 1_000), { bytes: film(500), from: 0 })
  const caller = await scene.joins(host)
  await caller.asks({ type: 'deleteRoom' }).catch(() => null)
  scene.clock.turn(MINUTE)
  await expect.poll(() => [inFolder(scene, 'files'), inFolder(scene, 'uploads')]).toEqual([[], []])
})

test('[CONTENT-8] who deletes the own data takes the own files along, and nobody else’s', async () => {
  const { scene, tus, host } = await opened()
  const speaker = await scene.enters(host, 'speaker', mei)
  await tus.brings(host, 'Plan.pdf', PDF)
  await tus.brings(speaker, 'Mine.pptx', PPTX)
  await tus.sends(speaker, await tus.begun(speaker, 'Film.mp4', 1_000), { bytes: film(500), from: 0 })
  const hers = await scene.joins(speaker)
  await hers.asks({ type: 'deleteMyData' }).catch(() => null)
  await expect.poll(async () => await tus.names(host, '?whose=room')).toEqual(['Plan.pdf'])
  scene.clock.turn(MINUTE)
  await expect.poll(() => [inFolder(scene, 'files').length, inFolder(scene, 'uploads')]).toEqual([1, []])
})
