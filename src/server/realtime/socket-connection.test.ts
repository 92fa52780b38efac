import { expect, test } from 'vitest'
import { newPage, type Caller } from '../../../test/server/socket-client.ts'
import { ON_STAGE } from '../../../test/rules/given.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import { FRAME_MAX, type Upward } from '../../protocol/frames.ts'
import { VERSION } from '../../protocol/version.ts'

type Given = { scene: Scene; host: Visitor; hanas: Caller; guest: Visitor; meis: Caller }

/** A room with Hana in it, and Mei, who misbehaves. */
async function given(scene?: Scene): Promise<Given> {
  const open = scene ?? (await openScene())
  const host = await open.creates()
  const hanas = await open.joins(host)
  const guest = await open.enters(host, 'viewer', mei)
  return { scene: open, host, hanas, guest, meis: await open.joins(guest) }
}

/** Hana’s session goes on as if nothing had happened. */
async function goesOn({ scene, host, hanas }: Given): Promise<void> {
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  const { you } = await noors.frame('welcome')
  await hanas.does({ type: 'invite', person: you.id })
  expect((await noors.told('invited')).person).toBe(you.id)
}

const hello = { type: 'hello', version: VERSION, page: newPage(), takesOver: false } as const satisfies Upward
const join = { type: 'join', page: newPage() }
const BAD: [string, string | Buffer][] = [
  ['not JSON', 'hello?'],
  ['an unknown frame', '{"type":"shout"}'],
  ['an unknown command', JSON.stringify({ type: 'do', ask: 1, command: { type: 'becomeHost' } })],
  ['a command that lacks a field', JSON.stringify({ type: 'do', ask: 1, command: { type: 'mute' } })],
  [
    'a question for too many rows',
    '{"type":"find","ask":1,"query":{"type":"viewers","search":"","from":0,"limit":101}}',
  ],
  ['a number where a name belongs', '{"type":"do","ask":1,"command":{"type":"mute","person":7}}'],
  ['JSON in a binary frame', Buffer.from(JSON.stringify(hello))],
  ['a broken piece of UTF-8 text', '\uD800'],
]

test.each(BAD)('%s ends that connection with 4400, and nobody else’s', async (_what, frame) => {
  const room = await given()
  room.meis.say(frame)
  expect((await room.meis.closed).code).toBe(4400)
  await goesOn(room)
})

test('what a newer page says besides is left out, and gives nobody anything', async () => {
  const room = await given()
  room.meis.say(JSON.stringify({ type: 'do', ask: 1, command: { ...join, role: 'host' }, mood: 'fine' }))
  await room.meis.frame('done')
  const { you } = await room.meis.frame('welcome', (welcome) => welcome.inside)
  expect(you.role).toBe('participant')
  await goesOn(room)
})

test('a frame of more than 16 kB ends that connection, and nobody else’s', async () => {
  const room = await given()
  room.meis.say(JSON.stringify({ ...hello, page: 'x'.repeat(FRAME_MAX) }))
  expect((await room.meis.closed).code).toBe(1009)
  await goesOn(room)
})

test('whoever does not begin with a hello of this version is told so', async () => {
  const room = await given()
  const { scene, guest, host } = room
  const silent = await scene.opens(host.room, guest)
  silent.say({ type: 'find', ask: 1, query: { type: 'ticket' } })
  expect(await silent.closed).toEqual({ code: 4400, why: 'The first frame is a hello.' })
  const old = await scene.opens(host.room, guest)
  old.say({ ...hello, version: VERSION + 1 })
  expect(await old.closed).toEqual({ code: 4426, why: `This server speaks version ${VERSION}.` })
  const slow = await scene.opens(host.room, guest)
  await room.meis.finds({ type: 'ticket' })
  scene.clock.turn(10_000)
  expect(await slow.closed).toEqual({ code: 4400, why: 'No hello within ten seconds.' })
  await goesOn(room)
})

test('what comes behind a frame that ends the connection is not done', async () => {
  const room = await given()
  room.meis.say(hello)
  room.meis.say({ type: 'do', ask: 1, command: { type: 'raiseHand' } })
  expect((await room.meis.closed).code).toBe(4400)
  await room.hanas.finds({ type: 'ticket' })
  expect(room.hanas.events.filter(({ type }) => type === 'handRaised')).toEqual([])
  await goesOn(room)
})

test('[ROLE-2] what a person may not do is refused, and the connection stays', async () => {
  const room = await given()
  const { you } = await room.hanas.frame('welcome')
  expect(await room.meis.asks({ type: 'endSession' })).toBe('not-allowed')
  expect(await room.meis.asks({ type: 'mute', person: you.id })).toBe('not-allowed')
  expect(await room.meis.asks({ type: 'invite', person: newPage() })).toBe('no-such-person')
  expect(await room.meis.asks({ type: 'raiseHand' })).toBe('done')
  await goesOn(room)
})

test('who asks too fast is refused, may go on after a while, and is cut off when it does not end', async () => {
  const room = await given()
  const { meis, scene } = room
  const hurry = async (times: number) =>
    await Promise.all(Array.from({ length: times }, async () => await meis.asks({ type: 'declineInvitation' })))
  expect((await hurry(40)).filter((answer) => answer === 'too-fast')).toHaveLength(11)
  scene.clock.turn(1_000)
  expect((await hurry(10)).every((answer) => answer === 'done')).toBe(true)
  await expect(hurry(61)).rejects.toThrow('4429')
  await goesOn(room)
})

test('whoever sends long frames in a stream is cut off before they are read, and long messages are not', async () => {
  const room = await given()
  const { meis, hanas } = room
  const long = 'x'.repeat(12_000)
  const find = JSON.stringify({ type: 'find', ask: 9, query: { type: 'ticket' }, more: long })
  for (let n = 0; n < 20; n++) hanas.say(find)
  for (let n = 0; n < 40; n++) meis.say(find)
  expect((await meis.closed).code).toBe(4429)
  expect(await hanas.asks({ type: 'raiseHand' })).toBe('done')
})

test('[LEAVE-3] whoever asked for too much, and whatever the page looks up, can still take themselves back', async () => {
  const room = await given()
  const { meis, scene } = room
  const times = (many: number) => Array.from({ length: many })
  const looks = await Promise.all(times(40).map(async () => await meis.finds({ type: 'ticket' })))
  expect(looks).toContain('too-fast')
  expect(await meis.asks(ON_STAGE)).toBe('done')
  const acts = await Promise.all(times(40).map(async () => await meis.asks({ type: 'declineInvitation' })))
  expect(acts).toContain('too-fast')
  expect(await meis.asks({ type: 'turnMicrophone', on: false })).toBe('done')
  expect(await meis.asks({ type: 'turnCamera', on: false })).toBe('done')
  expect(await meis.asks({ type: 'leaveStage' })).toBe('done')
  const flood = await Promise.all(times(61).map(async () => await meis.asks({ type: 'leaveStage' })))
  expect(flood).toContain('too-fast')
  scene.clock.turn(1_000)
  expect(await meis.asks({ type: 'leave' })).toBe('done')
})

test('[HAND-3] a hand goes up six times at once and then every ten seconds, while the rest goes on', async () => {
  const { meis, scene } = await given()
  const { you } = await meis.frame('welcome')
  const wave = async () => {
    const answer = await meis.asks({ type: 'raiseHand' })
    await meis.does({ type: 'lowerHand', person: you.id })
    return answer
  }
  for (let n = 0; n < 6; n++) expect(await wave()).toBe('done')
  expect(await wave()).toBe('too-fast')
  await scene.passes(10_000, meis)
  expect(await wave()).toBe('done')
})

test('[PRESENCE-6] the newest window wins, the older is told so, and nobody else notices', async () => {
  const room = await given()
  const newer = await room.scene.calls(room.guest)
  expect((await room.meis.closed).code).toBe(4409)
  expect(await newer.frame('welcome')).toMatchObject({ inside: true })
  await newer.does({ type: 'raiseHand' })
  await room.hanas.told('handRaised')
  expect(room.hanas.events.filter(({ type }) => type === 'connectionLost' || type === 'left')).toEqual([])
})

test('[MUTE-2] the same page comes back with its microphone, another page with both off', async () => {
  const { scene, hanas, guest, meis } = await given()
  const { you } = await meis.frame('welcome')
  await meis.does({ type: 'goOnStage', microphone: true, camera: true })
  const asSeen = ({ session }: { session: { people: { id: string }[] } }) =>
    session.people.find(({ id }) => id === you.id)
  await meis.goes('cut')
  await hanas.told('connectionLost')
  const same = await scene.calls(guest, meis.page)
  await hanas.told('cameBack')
  const kept = { place: 'stage', present: true, microphone: true, camera: true }
  expect(asSeen(await same.frame('welcome'))).toMatchObject(kept)
  const other = await scene.calls(guest)
  expect(asSeen(await other.frame('welcome'))).toMatchObject({ ...kept, microphone: false, camera: false })
  expect(await hanas.told('microphoneTurned')).toMatchObject({ person: you.id, on: false, by: null })
  await hanas.told('cameraTurned')
  expect(scene.media.granted(you.id)).toMatchObject({ silenced: ['microphone', 'camera'] })
})

const KEPT = [
  { id: 'PRESENCE-2', how: 'cut', seconds: 120 },
  { id: 'PRESENCE-3', how: 'closed', seconds: 20 },
] as const

test.each(KEPT)('[$id] [PRESENCE-5] whose page was $how has left after $seconds seconds', async ({ how, seconds }) => {
  const { scene, hanas, guest, meis } = await given()
  const { you } = await meis.frame('welcome')
  await meis.does({ type: 'goOnStage', microphone: true, camera: true })
  await meis.goes(how)
  const { at, until } = await hanas.told('connectionLost')
  expect(until - at).toBe(seconds * 1_000)
  await scene.passes(seconds * 1_000 - 1, hanas)
  expect(hanas.events.filter(({ type }) => type === 'left')).toEqual([])
  scene.clock.turn(1)
  expect(await hanas.told('left')).toMatchObject({ person: you.id, why: 'gone' })
  expect(scene.media.granted(you.id)).toBeUndefined()
  expect(await (await scene.calls(guest)).frame('welcome')).toMatchObject({ inside: false })
})

test('[PRESENCE-2] a laptop that sleeps is noticed, and its place is kept', async () => {
  const { scene, hanas, meis } = await given()
  await meis.does({ type: 'goOnStage', microphone: true, camera: true })
  meis.sleeps()
  await scene.passes(30_000, hanas)
  const { at, until } = await hanas.told('connectionLost')
  expect(until - at).toBe(120_000)
})

test('[PRESENCE-4] after a restart places, hands in order and muted microphones are as they were', async () => {
  const { scene, host, hanas, guest, meis } = await given()
  const second = await scene.enters(host, 'viewer', noor)
  const noors = await scene.joins(second)
  const mod = await scene.joins(await scene.enters(host, 'moderator', kwame))
  await mod.does({ type: 'goOnStage', microphone: true, camera: false })
  const moderator = (await mod.frame('welcome')).you
  await hanas.does({ type: 'mute', person: moderator.id })
  await noors.does({ type: 'raiseHand' })
  await meis.does({ type: 'raiseHand' })
  await scene.close()
  expect((await hanas.closed).code).toBe(1012)

  const again = await openScene({ folder: scene.folder, clock: scene.clock })
  const back = await again.calls(host, hanas.page)
  const { session, inside } = await back.frame('welcome')
  expect(inside).toBe(true)
  expect(again.media.sessions.has(session.id)).toBe(true)
  const names = new Map(session.people.map(({ id, name }) => [id, name]))
  expect(session.hands.map(({ person }) => names.get(person))).toEqual([noor.name, mei.name])
  expect(session.people.find(({ name }) => name === hana.name)).toMatchObject({ present: true })
  const muted = { place: 'stage', present: false, microphone: false }
  expect(session.people.find(({ id }) => id === moderator.id)).toMatchObject(muted)
  const meisAgain = await again.calls(guest, meis.page)
  expect(await meisAgain.frame('place')).toMatchObject({ place: 2 })
  await again.passes(120_000, back, meisAgain)
  await back.told('left', ({ person }) => person === moderator.id)
  await back.told('left', ({ person }) => names.get(person) === noor.name)
  expect(back.events.filter(({ type }) => type === 'left')).toHaveLength(2)
})

test('[PRESENCE-5] [ACCESS-7] nobody waits longer because the clock was set back while the server was away', async () => {
  const { scene, host, hanas, guest, meis } = await given()
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  await hanas.does({ type: 'setAccess', access: 'request' })
  await noors.does({ type: 'raiseHand' })
  await scene.passes(3_600_000, hanas, meis, noors)
  await meis.does({ type: 'askToJoin' })
  const { person: asked } = await hanas.told('handRaised', ({ purpose }) => purpose === 'stage')
  await hanas.does({ type: 'declineRequest', person: asked })
  await noors.goes('cut')
  const { person: lost } = await hanas.told('connectionLost')
  await scene.close()

  const again = await openScene({ folder: scene.folder })
  const back = await again.calls(host, hanas.page)
  const meisAgain = await again.calls(guest, meis.page)
  await again.passes(30_000, back, meisAgain)
  expect(await meisAgain.asks({ type: 'askToJoin' })).toBe('done')
  await again.passes(90_000, back, meisAgain)
  expect((await back.told('left')).person).toBe(lost)
})

test('[LOG-1] while the disk is full everything is refused as such and nothing told; then all goes on', async () => {
  const store = memoryStore()
  const { scene, hanas, guest, meis } = await given(await openScene({ store }))
  await meis.does({ type: 'goOnStage', microphone: true, camera: true })
  await hanas.told('cameOnStage')
  const before = hanas.events.length
  store.full = true
  expect(await meis.asks({ type: 'raiseHand' })).toBe('disk-full')
  expect((await scene.post('/api/rooms', { name: 'A', host: 'B', mode: 'webinar' })).status).toBe(507)
  await meis.goes('cut')
  await hanas.finds({ type: 'ticket' })
  expect(hanas.events).toHaveLength(before)
  store.full = false
  await scene.passes(5_000, hanas)
  await hanas.told('connectionLost')
  const again = await scene.calls(guest)
  await again.does({ type: 'raiseHand' })
  await hanas.told('handRaised')
})
