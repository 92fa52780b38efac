import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { builtLiveKit, hangUp, JOIN_REQUEST, signals, startLiveKit, type LiveKit } from '../../../test/media/livekit.ts'
import { mediaContract, ON_STAGE, SOON } from '../../../test/media/media.contract.ts'
import { amara, mei } from '../../../test/rules/people.ts'
import { Scene, type Visitor } from '../../../test/server/app-server.ts'
import type { Media } from './media.ts'
import { newId } from '../secrets.ts'

let livekit: LiveKit
beforeAll(async () => {
  livekit = await startLiveKit()
}, 30_000)
afterEach(hangUp)
afterAll(async () => await livekit.stop())

mediaContract('LiveKit', () => ({
  media: livekit.media,
  async connects(_session, _person, token) {
    expect(await signals(livekit.media.url, token)).toBe('open')
  },
  publishes: async (session, person) => (await livekit.permission(session, person))?.publish ?? null,
}))

/** A Rostrum over the real LiveKit, with Hana inside. */
async function given() {
  const scene = await Scene.open({ media: livekit.media })
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const session = (await hanas.frame('welcome', ({ inside }) => inside)).session.id
  await livekit.media.opened(session)
  return { scene, host, hanas, session }
}

/** Mei’s connection, inside or at the door, with her ticket. */
async function watching(scene: Scene<Media>, visitor: Visitor, how: 'inside' | 'at the door') {
  const caller = how === 'inside' ? await scene.joins(visitor) : await scene.calls(visitor)
  const found = await caller.finds({ type: 'ticket' })
  const ticket = typeof found === 'object' && found.type === 'ticket' ? found.token : ''
  return { caller, ticket, id: (await caller.frame('welcome')).you.id }
}

test('[MEDIA-1] [MEDIA-5] a ticket opens the engine through our origin alone, with what the session grants now', async () => {
  const { scene, host, session } = await given()
  const visitor = await scene.enters(host, 'viewer', mei)
  const { caller, ticket, id } = await watching(scene, visitor, 'at the door')
  expect(await signals(livekit.media.url, ticket)).toBe(401)
  expect(await signals(scene.url, ticket)).toBe('open')
  expect(await livekit.permission(session, id)).toEqual({ subscribe: false, publish: [] })
  await caller.does({ type: 'join', page: caller.page })
  await expect.poll(async () => await livekit.permission(session, id), SOON).toEqual({ subscribe: true, publish: [] })
  await hangUp()
  await caller.does({ type: 'goOnStage', microphone: true, camera: true })
  expect(await signals(scene.url, ticket)).toBe('open')
  const onStage = { subscribe: true, publish: ['camera', 'microphone'] }
  const publish = async () => {
    const now = await livekit.permission(session, id)
    return now && { ...now, publish: now.publish.toSorted() }
  }
  await expect.poll(publish, SOON).toEqual(onStage)
})

test('[DEVICE-8] [MEDIA-1] before the first session the door has a way to the engine, which grants nothing and ends with it', async () => {
  const scene = await Scene.open({ media: livekit.media })
  const host = await scene.creates()
  const { caller, ticket, id } = await watching(scene, host, 'at the door')
  const bearer = livekit.media.bearer(ticket)
  expect(bearer?.person).toBe(id)
  expect(await signals(scene.url, ticket)).toBe('open')
  expect(await livekit.permission(bearer?.session ?? '', id)).toEqual({ subscribe: false, publish: [] })
  await hangUp()
  await caller.does({ type: 'join', page: caller.page })
  expect(await signals(scene.url, ticket)).toBe(403)
})

test('[MEDIA-5] a token that the engine would take opens nothing through our origin', async () => {
  const { scene, host, session } = await given()
  const { id } = await watching(scene, await scene.enters(host, 'viewer', mei), 'inside')
  expect(await signals(scene.url, await livekit.media.token(session, id, ON_STAGE))).toBe(401)
  expect(await livekit.permission(session, id)).toBeNull()
})

test('[MEDIA-5] one ticket is one participant: what would make more of it does not reach the engine', async () => {
  const { scene, host, session } = await given()
  const { caller, ticket, id } = await watching(scene, await scene.enters(host, 'viewer', mei), 'inside')
  await caller.does({ type: 'goOnStage', microphone: true, camera: true })
  expect(await signals(scene.url, ticket, { path: '/rtc', query: { publish: 'ghost', protocol: '16' } })).toBe('open')
  expect(await livekit.people(session)).toEqual([id])
})

test('[MEDIA-5] whoever is in the engine and is nobody whom the session knows is taken out', async () => {
  const { scene, session } = await given()
  livekit.reportsTo(scene.url)
  const ghost = await livekit.media.token(session, `${newId()}#ghost`, ON_STAGE)
  expect(await signals(livekit.media.url, ghost)).toBe('open')
  await expect.poll(async () => await livekit.people(session), SOON).toEqual([])
})

test('[REMOVE-1] [MEDIA-5] who is removed is cut from the engine, also in the moment of coming in', async () => {
  const { scene, host, hanas, session } = await given()
  livekit.reportsTo(scene.url)
  for (let n = 0; n < 10; n++) {
    const visitor = await scene.enters(host, 'viewer', { name: `Viewer ${n}` })
    const { caller, ticket, id } = await watching(scene, visitor, 'inside')
    const coming = signals(scene.url, ticket)
    await hanas.does({ type: 'removeFromRoom', person: id, lasting: false })
    await coming.catch(() => null)
    await caller.frame('welcome', ({ door }) => door === 'removed')
  }
  await expect.poll(async () => await livekit.people(session), SOON).toEqual([])
})

test('[MEDIA-5] nobody else comes through: forged, a stranger, gone from the door, another origin, ended', async () => {
  const { scene, host, hanas, session } = await given()
  const visitor = await scene.enters(host, 'viewer', mei)
  const { ticket } = await watching(scene, visitor, 'inside')
  const other = await scene.enters(host, 'speaker', amara)
  const atDoor = await watching(scene, other, 'at the door')
  for (const forged of ['', 'x', `${ticket}x`]) expect(await signals(scene.url, forged)).toBe(401)
  expect(await signals(scene.url, livekit.media.ticket(session, newId()))).toBe(403)
  expect(await signals(scene.url, livekit.media.ticket(newId(), mei.id))).toBe(403)
  expect(await signals(scene.url, ticket, { headers: { origin: 'https://elsewhere.example' } })).toBe(403)
  expect(await signals(scene.url, ticket, { headers: { origin: scene.url } })).toBe('open')
  await hangUp()
  expect(await signals(scene.url, atDoor.ticket)).toBe('open')
  await atDoor.caller.goes('closed')
  await expect.poll(async () => await signals(scene.url, atDoor.ticket), SOON).toBe(403)
  await hanas.does({ type: 'endSession' })
  expect(await signals(scene.url, ticket)).toBe(403)
})

test('[MEDIA-5] of LiveKit’s own addresses none but its signalling is reached through ours', async () => {
  const { scene, session, hanas } = await given()
  const { you } = await hanas.frame('welcome')
  const token = await livekit.media.token(session, you.id, ON_STAGE)
  const ticket = livekit.media.ticket(session, you.id)
  const ways = [
    '/twirp/livekit.RoomService/ListRooms',
    '/whip',
    '/whip/v1',
    '/agent',
    '/rtc/v2',
    '/rtc/v1/x',
    '/debug/rooms',
  ]
  for (const path of ways) {
    const asked = await scene.post(path, {}, { cookie: '' })
    expect([path, asked.status]).toEqual([path, 404])
    expect([path, await signals(scene.url, token, { path })]).toEqual([path, 404])
  }
  expect((await scene.get(`/rtc/v1/validate?access_token=${ticket}&join_request=${JOIN_REQUEST}`)).status).toBe(200)
  expect((await scene.get('/rtc/v1/validate?access_token=x')).status).toBe(401)
})

test('[PRESENCE-4] a server stops in order while somebody is in the engine and somebody hears nothing any more', async () => {
  const { scene, host, hanas } = await given()
  const { caller, ticket } = await watching(scene, await scene.enters(host, 'viewer', mei), 'inside')
  expect(await signals(scene.url, ticket)).toBe('open')
  caller.sleeps()
  await scene.close()
  expect((await hanas.closed).code).toBe(1012)
})

test('a LiveKit that is killed is back at once, with the session’s room, and everybody is told', async () => {
  const { hanas, session } = await given()
  const killed = livekit.pid()
  expect(await livekit.rooms()).toContain(session)
  process.kill(killed, 'SIGKILL')
  await hanas.frame('media', ({ up }) => !up)
  await hanas.frame('media', ({ up }) => up)
  expect(livekit.pid()).not.toBe(killed)
  expect(await livekit.rooms()).toContain(session)
  const found = await hanas.finds({ type: 'ticket' })
  expect(found).toMatchObject({ type: 'ticket' })
}, 20_000)

test('with the engine away a room opens and a session begins; chat and hands work, and media follow when it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-late-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const binary = join(folder, 'livekit-server')
  // The first time it is there at once; when it is started again it waits until it may.
  const wait = `[ -e started ] && while [ ! -e may ]; do sleep 0.1; done; touch started`
  writeFileSync(binary, `#!/bin/sh\ncd ${folder}\n${wait}\nexec ${builtLiveKit()}\n`, { mode: 0o755 })
  const late = await startLiveKit(binary)
  onTestFinished(async () => await late.stop())
  const scene = await Scene.open({ media: late.media })
  const host = await scene.creates()
  process.kill(late.pid(), 'SIGKILL')
  await expect.poll(() => late.media.isUp, SOON).toBe(false)
  // A room that nobody has asked for yet, and the first to join it.
  expect((await scene.get(`/api/rooms/${host.room}`)).status).toBe(200)
  const hanas = await scene.joins(host)
  const meis = await scene.joins(await scene.enters(host, 'viewer', mei))
  await meis.does({ type: 'raiseHand' })
  await hanas.told('handRaised')
  await meis.does({ type: 'write', text: 'Hello', to: null, reply: null, key: null })
  await hanas.told('messageWritten')
  await hanas.does({ type: 'goOnStage', microphone: true, camera: true })
  // The next session of the room begins as well.
  await hanas.does({ type: 'endSession' })
  const from = hanas.frames.length
  await hanas.does({ type: 'join', page: hanas.page })
  const { session, ticket } = await hanas.frame('welcome', ({ inside }) => inside, from)
  writeFileSync(join(folder, 'may'), '')
  await hanas.frame('media', ({ up }) => up, from)
  expect(await late.rooms()).toContain(session.id)
  expect(await signals(scene.url, ticket)).toBe('open')
}, 30_000)
