import { once } from 'node:events'
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { json } from 'node:stream/consumers'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { invites, invitesOf } from '../../../test/server/invites.ts'
import { Browser } from '../../../test/server/browser.ts'
import { account, makesRoom } from '../../../test/server/members.ts'
import { MyRooms, PICTURE_BYTES_MAX, PictureKept, RoomAbout, RoomDetails } from '../../protocol/rooms.ts'
import { Refused } from '../../protocol/http.ts'

const MINUTE = 60_000

async function picture(width = 64, height = 40, background = '#0d6a44'): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}

type Sent = { cookie?: string; origin?: string; type?: string }

/** Sends a file as a page does. */
async function send(scene: Scene, path: string, body: Uint8Array, { cookie = '', origin, type = 'image/png' }: Sent) {
  const headers = { 'content-type': type, cookie, origin: origin ?? scene.url }
  const answer = await fetch(new URL(path, scene.url), { method: 'POST', headers, body: Uint8Array.from(body) })
  const said: unknown = await answer.json()
  return { status: answer.status, said }
}

async function kept(scene: Scene, path: string, body: Uint8Array, who: Sent): Promise<string> {
  return v.parse(PictureKept, (await send(scene, path, body, who)).said).path
}
const refusal = ({ status, said }: { status: number; said: unknown }) => ({ status, ...v.parse(Refused, said) })
const pathOf = ({ room }: Visitor, place = 'picture') => `/api/rooms/${room}/pictures/${place}`
const files = (scene: Scene) => readdirSync(join(scene.folder, 'files'))
const about = async (scene: Scene, { room }: Visitor) =>
  v.parse(RoomAbout, (await scene.get(`/api/rooms/${room}/about`)).body).pictures

test('[PICTURE-1] [PICTURE-4] a room has a picture, a logo and one for who waits, seen by everybody with the address of it', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const paths = new Map<string, string>()
  for (const place of ['picture', 'logo', 'waiting'])
    paths.set(place, await kept(scene, pathOf(host, place), await picture(), host))
  expect(await about(scene, host)).toEqual(Object.fromEntries(paths))
  const details = await scene.get(`/api/rooms/${host.room}/details`, host)
  expect(v.parse(RoomDetails, details.body).pictures).toEqual(Object.fromEntries(paths))
  const mine = v.parse(MyRooms, (await scene.get('/api/my/rooms?view=upcoming', host)).body)
  expect(mine.rooms).toMatchObject([{ room: host.room, picture: paths.get('picture') }])
  const answer = await fetch(new URL(paths.get('logo') ?? '', scene.url))
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect(answer.headers.get('set-cookie')).toBeNull()
  const head = await fetch(new URL(paths.get('logo') ?? '', scene.url), { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, answer.headers.get('content-length')])
  const looked = await sharp(await answer.arrayBuffer()).metadata()
  expect(looked).toMatchObject({ format: 'webp', width: 64, height: 40 })
})

test('[PICTURE-4] nobody finds a picture that they have no address of', async () => {
  const scene = await openScene()
  for (const path of ['x'.repeat(22), 'nothing', '..%2f..%2frostrum.db', '%00', '../secrets.json']) {
    const answer = await scene.get(`/api/pictures/${path}`)
    expect(answer.status, path).toBe(404)
  }
})

test('[PICTURE-1] who may edit the room sets its pictures, and nobody else, before any of the file is read', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const viewer = await scene.enters(host, 'viewer', noor)
  const moderator = await scene.enters(host, 'moderator', kwame)
  for (const who of [viewer, moderator, {}])
    expect(refusal(await send(scene, pathOf(host), await picture(), who))).toMatchObject({ refusal: 'not-allowed' })
  expect(refusal(await send(scene, '/api/account/picture', await picture(), viewer))).toMatchObject({
    status: 401,
    refusal: 'sign-in-first',
  })
  const foreign = { ...host, origin: 'https://evil.example' }
  expect(refusal(await send(scene, pathOf(host), await picture(), foreign))).toMatchObject({ refusal: 'not-allowed' })
  expect(refusal(await send(scene, pathOf(host, 'banner'), await picture(), host))).toMatchObject({
    refusal: 'bad-request',
  })
  expect((await scene.post(`${pathOf(host)}/remove`, {}, viewer)).status).toBe(403)
  expect(files(scene)).toEqual([])
})

test.for([
  ['a script in SVG', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a script in SVG that is called a PNG', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a page that is called a PNG', 'image/png', '<!doctype html><script>alert(1)</script>'],
  ['what is no picture', 'application/json', '{"name":"x"}'],
  ['nothing', 'image/png', ''],
] as const)('[PICTURE-2] %s is refused with a sentence, and nothing is kept', async ([, type, body]) => {
  const scene = await openScene()
  const host = await scene.creates()
  const answer = await send(scene, pathOf(host), Buffer.from(body), { ...host, type })
  expect(refusal(answer)).toEqual({ status: 415, refusal: 'picture-unknown' })
  expect([files(scene), await about(scene, host)]).toEqual([[], { picture: null, logo: null, waiting: null }])
})

test('[PICTURE-1] of 100 MB a sentence comes back before they are sent, whether their length is said or not', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  for (const length of [{ 'content-length': '100000000' }, { 'transfer-encoding': 'chunked' }]) {
    const { status, body, sent } = await pour(new URL(pathOf(host), scene.url), {
      ...length,
      'content-type': 'image/jpeg',
      cookie: host.cookie,
      origin: scene.url,
    })
    expect({ status, body }).toEqual({ status: 413, body: { refusal: 'picture-large' } })
    expect(sent).toBeLessThan(30_000_000)
  }
  const most = Buffer.alloc(PICTURE_BYTES_MAX + 1)
  expect(refusal(await send(scene, pathOf(host), most, host))).toEqual({ status: 413, refusal: 'picture-large' })
  expect(files(scene)).toEqual([])
})

test('[PICTURE-5] a picture that another takes the place of is deleted, and one that is taken away too', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const first = await kept(scene, pathOf(host), await picture(), host)
  const second = await kept(scene, pathOf(host), await picture(80, 80), host)
  expect(files(scene)).toEqual([second.replace('/api/pictures/', '')])
  expect((await scene.get(first)).status).toBe(404)
  expect((await scene.get(second)).status).toBe(200)
  expect((await scene.post(`${pathOf(host)}/remove`, {}, host)).status).toBe(204)
  expect((await scene.post(`${pathOf(host)}/remove`, {}, host)).status).toBe(204)
  expect([files(scene), (await scene.get(second)).status]).toEqual([[], 404])
})

test('[PICTURE-5] with the room its pictures go: at once for everybody, and for good with the room', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const path = await kept(scene, pathOf(host), await picture(), host)
  const room = `/api/rooms/${host.room}`
  await scene.post(`${room}/delete`, {}, host)
  expect((await scene.get(path)).status).toBe(404)
  await scene.post(`${room}/restore`, {}, host)
  expect((await scene.get(path)).status).toBe(200)
  const caller = await scene.joins(host)
  await caller.asks({ type: 'deleteRoom' }).catch(() => null)
  scene.clock.turn(MINUTE)
  await expect.poll(() => files(scene)).toEqual([])
  expect((await scene.get(path)).status).toBe(404)
})

test('[PICTURE-1] [PICTURE-3] [PICTURE-5] an account has a square picture, and it goes with the account', async () => {
  const scene = await openScene()
  const browser = new Browser(scene)
  await browser.signUp({ name: hana.name, email: 'hana@school.example' })
  expect((await browser.account()).account?.picture).toBeNull()
  const path = await kept(scene, '/api/account/picture', await picture(640, 200), { cookie: browser.cookie })
  expect((await browser.account()).account?.picture).toBe(path)
  const looked = await sharp(await (await fetch(new URL(path, scene.url))).arrayBuffer()).metadata()
  expect(looked).toMatchObject({ width: 256, height: 256 })
  await browser.post('/api/account/delete', { password: 'correct horse battery' })
  expect((await scene.get(path)).status).toBe(404)
  scene.clock.turn(MINUTE)
  await expect.poll(() => files(scene)).toEqual([])
})

test('[PREVIEW-1] [LINK-11] the picture of a room stands at its head, and in an invitation, with its whole address', async () => {
  const scene = await openScene({ env: { ROSTRUM_URL: 'https://rooms.example.org', ROSTRUM_CREATE: 'anyone' } })
  const host = await scene.creates()
  const page = async () => String((await scene.get(`/r/${host.room}`)).body)
  expect(await page()).not.toContain('og:image')
  const path = await kept(scene, pathOf(host), await picture(), host)
  expect(await page()).toContain(`<meta property="og:image" content="https://rooms.example.org${path}">`)
  const { made } = await invites(scene, host, { to: { list: 'noor@example.org' } })
  const these = made.map(({ invite, token }) => ({ id: invite.id, token }))
  await scene.post(`${invitesOf(host.room)}/send`, { invites: these }, { ...host })
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const mail = file.prepare("SELECT content FROM mails WHERE kind = 'invitation'").get()
  file.close()
  const { html } = v.parse(v.object({ html: v.string() }), JSON.parse(String(mail?.['content'])))
  expect(html).toContain(`<img src="https://rooms.example.org${path}" alt=""`)
})

/** The id of a picture, by its path. */
const idOf = (path: string) => path.replace('/api/pictures/', '')

test('[PICTURE-6] who is in a room with an account is seen with its picture, and with the next one, and with none, at once', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const first = await kept(scene, '/api/account/picture', await picture(), host)
  const visitor = { name: hana.name, room, cookie: host.cookie }
  const hanas = await scene.joins(visitor)
  expect((await hanas.frame('welcome')).you.picture).toBe(idOf(first))
  await hanas.does({ type: 'goOnStage', microphone: false, camera: false })
  const noors = await scene.joins(await scene.enters(visitor, 'viewer', noor))
  const seen = async () => {
    const { session } = await noors.frame('welcome', ({ inside }) => inside)
    return session.people.find(({ name }) => name === hana.name)
  }
  expect((await seen())?.picture).toBe(idOf(first))
  expect((await seen())?.id).not.toBe((await host.account()).account?.id)
  const second = await kept(scene, '/api/account/picture', await picture(80, 80), host)
  expect((await noors.told('pictureSet')).picture).toBe(idOf(second))
  await host.post('/api/account/picture/remove')
  expect((await noors.told('pictureSet', ({ picture: now }) => now === null)).picture).toBeNull()
  const again = await scene.joins(await scene.enters(visitor, 'viewer', mei))
  const { session } = await again.frame('welcome', ({ inside }) => inside)
  expect(session.people.find(({ name }) => name === hana.name)).not.toHaveProperty('picture')
})

test('[PICTURE-6] [AUDIENCE-1] the picture of somebody who only watches is sent to nobody, and with a raised hand to moderators', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  const viewer = await account(scene, mei)
  await viewer.post(await scene.link(host, 'viewer'), { name: mei.name })
  const first = idOf(await kept(scene, '/api/account/picture', await picture(), viewer))
  const meis = await scene.joins({ name: mei.name, room: host.room, cookie: viewer.cookie })
  for (const { frames } of [hanas, noors]) expect(JSON.stringify(frames)).not.toContain(first)
  await meis.does({ type: 'raiseHand' })
  expect((await hanas.told('met')).person).toMatchObject({ name: mei.name, picture: first })
  const second = idOf(await kept(scene, '/api/account/picture', await picture(80, 80), viewer))
  expect((await hanas.told('pictureSet')).picture).toBe(second)
  expect(noors.events).toEqual([])
  for (const { frames } of [hanas, noors]) expect(JSON.stringify(frames)).not.toContain('@')
})

/** Sends zeroes for as long as somebody takes them; what was answered, and how many bytes had gone by then. */
async function pour(url: URL, headers: OutgoingHttpHeaders) {
  const asking = request(url, { method: 'POST', headers })
  let sent = 0
  const part = Buffer.alloc(100_000)
  const more = () => {
    while (sent < 100_000_000 && !asking.destroyed) {
      sent += part.length
      if (!asking.write(part)) return
    }
  }
  asking.on('drain', more)
  // The server hangs up on who goes on.
  asking.on('error', () => {})
  more()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  const body: unknown = await json(answer)
  asking.destroy()
  return { status: answer.statusCode, body, sent }
}
