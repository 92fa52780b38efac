import { RoomMovedResponse, SignalRequest, SignalResponse, SyncState, UpdateSubscription } from '@livekit/protocol'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { relay } from './signalling.ts'

/** A connection in both its ends, over loopback. */
async function connection(): Promise<{ here: WebSocket; there: WebSocket }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const here = new WebSocket(`ws://127.0.0.1:${port}`)
  const [[there]] = await Promise.all([once(server, 'connection'), once(here, 'open')])
  server.close()
  onTestFinished(() => here.terminate())
  return { here, there }
}

/** A browser and an engine with the proxy between them, and what the engine has heard. */
async function given({ hasPictures = true } = {}) {
  const [browser, engine] = [await connection(), await connection()]
  const heard: SignalRequest['message'][] = []
  engine.there.on('message', (data: Buffer) => heard.push(SignalRequest.fromBinary(data).message))
  const spoken: string[][] = []
  const offer = relay(browser.there, engine.here, {
    ticket: () => 'ticket',
    speaking: (sids) => void spoken.push([...sids]),
    isBehind: () => {},
    hasPictures: () => hasPictures,
  })
  /** What comes after it has been heard, all before it has been too. */
  const all = async () => {
    browser.here.send(ping())
    await expect.poll(() => heard.at(-1)?.case).toBe('pingReq')
    return heard.slice(0, -1)
  }
  return { browser: browser.here, engine: engine.there, offer, all, spoken }
}

const ping = () => new SignalRequest({ message: { case: 'pingReq', value: { timestamp: 1n } } }).toBinary()
const everybody = { case: 'subscriptionPermission', value: { allParticipants: true } } as const

test('[MEDIA-6] who may receive what a browser sends is said for it, and never by it', async () => {
  const { browser, offer, all } = await given()
  const permission = new SignalRequest({ message: everybody }).toBinary()
  const [, ...rest] = permission
  browser.send(permission)
  // The same by a longer way of writing its number, in another encoding, and with something said before and after it.
  browser.send(Uint8Array.of(0xda, 0x00, ...rest))
  browser.send(JSON.stringify({ subscriptionPermission: everybody.value }))
  browser.send(Uint8Array.of(...ping(), ...permission))
  browser.send(Uint8Array.of(...permission, ...ping(), ...permission))
  browser.send(Uint8Array.of(0xff, 0xff))
  browser.send(Uint8Array.of())
  offer([])
  offer(['Hana', 'Kwame'])
  offer(['Hana', 'Kwame'])
  offer('everyone')
  const heard = (await all()).map((message) => (message.case === 'subscriptionPermission' ? message.value : message))
  const toEach = ['Hana', 'Kwame'].map((participantIdentity) => ({ participantIdentity, allTracks: true }))
  expect(heard).toMatchObject([
    { allParticipants: false, trackPermissions: [] },
    { allParticipants: false, trackPermissions: toEach },
    { allParticipants: true },
  ])
})

test('[MEDIA-5] a token of the engine does not reach the browser: a ticket comes in its place', async () => {
  const { browser, engine } = await given()
  const heard: SignalResponse['message'][] = []
  browser.on('message', (data: Buffer) => heard.push(SignalResponse.fromBinary(data).message))
  const say = (message: SignalResponse['message']) => engine.send(new SignalResponse({ message }).toBinary())
  say({ case: 'refreshToken', value: 'opens everything' })
  say({ case: 'roomMoved', value: new RoomMovedResponse({ token: 'opens everything' }) })
  say({ case: 'pong', value: 7n })
  await expect.poll(() => heard.length).toBe(2)
  expect(heard).toContainEqual({ case: 'refreshToken', value: 'ticket' })
  expect(heard).toContainEqual({ case: 'pong', value: 7n })
})

test('[MEDIA-5] what a browser has no business to say is not heard by the engine', async () => {
  const { browser, all } = await given()
  const simulate = { case: 'simulate', value: { scenario: { case: 'nodeFailure', value: true } } } as const
  const metadata = { case: 'updateMetadata', value: { metadata: 'host', name: 'Hana' } } as const
  const blob = { case: 'storeDataBlobRequest', value: {} } as const
  for (const message of [simulate, metadata, blob]) browser.send(new SignalRequest({ message }).toBinary())
  expect(await all()).toEqual([])
})

test('[STAGE-7] who speaks is what the engine says', async () => {
  const { browser, engine, spoken } = await given()
  const speakers = [
    { sid: 'PA_1', active: true, level: 0.5 },
    { sid: 'PA_2', active: false, level: 0 },
  ]
  const passed = once(browser, 'message')
  engine.send(new SignalResponse({ message: { case: 'speakersChanged', value: { speakers } } }).toBinary())
  await passed
  expect(spoken).toEqual([['PA_1']])
})

test('everything else passes both ways as it was said, until either end closes', async () => {
  const { browser, engine, all } = await given()
  const mute = { case: 'mute', value: { sid: 'TR_1', muted: true } } as const
  browser.send(new SignalRequest({ message: mute }).toBinary())
  expect(await all()).toMatchObject([mute])
  const said = once(browser, 'message')
  const pong = new SignalResponse({ message: { case: 'pong', value: 7n } }).toBinary()
  engine.send(pong)
  expect(Buffer.from(pong).equals((await said)[0])).toBe(true)
  const closed = once(browser, 'close')
  engine.close(1000, 'moved')
  expect((await closed).map(String)).toEqual(['1000', 'moved'])
})

test('what is cut at one end is cut at the other', async () => {
  const { browser, engine } = await given()
  const closed = once(engine, 'close')
  browser.terminate()
  expect((await closed)[0]).toBe(1006)
})

test('[LOAD-4] a page that was given no pictures receives sound, whatever it asks for', async () => {
  const { browser, all } = await given({ hasPictures: false })
  const asked = { trackSids: ['TR_VCa', 'TR_AMb', 'TR_VSc'], subscribe: true, participantTracks: [] }
  const inPart = { participantSid: 'PA_d', trackSids: ['TR_VCe', 'TR_AMf'] }
  const ask = (message: SignalRequest['message']) => browser.send(new SignalRequest({ message }).toBinary())
  ask({ case: 'subscription', value: new UpdateSubscription({ ...asked, participantTracks: [inPart] }) })
  ask({ case: 'subscription', value: new UpdateSubscription({ ...asked, subscribe: false }) })
  ask({ case: 'syncState', value: new SyncState({ subscription: asked }) })
  expect((await all()).map(({ value }) => value)).toMatchObject([
    { trackSids: ['TR_AMb'], participantTracks: [{ trackSids: ['TR_AMf'] }] },
    { trackSids: ['TR_VCa', 'TR_AMb', 'TR_VSc'] },
    { subscription: { trackSids: ['TR_AMb'] } },
  ])
})
