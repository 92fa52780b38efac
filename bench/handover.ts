/**
 * Times the hand-off from backstage to the first sound and the first decoded frame at a viewer, with a real server, LiveKit
 * and Chromium: the product's own *Bring on now* from its press, and beside it two ways with nothing between the pages and the
 * same LiveKit, from the call of the client. `offer`: published backstage, offered to one, and then by the publisher's
 * client to everybody. `otherRoom`: backstage are another room of the engine, and the flip publishes anew.
 * Prints JSON, in ms. `node bench/handover.ts [n]`, n = 20 by default.
 */
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { hearsNothing, seesMoving } from '../e2e/support/media-checks.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { tcpPort } from '../src/server/media/free-ports.ts'
import { readSecrets } from '../src/server/secrets.ts'
import { noted, watch } from './ears.ts'
import { RawPage } from './raw-page.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 20)
// An encoder that has just begun is not what a person backstage has.
const WARM_MS = 800
const folder = await mkdtemp(join(tmpdir(), 'rostrum-handover-'))
const port = await tcpPort(0)
const server = await startTestServer({ ROSTRUM_DATA: folder, ROSTRUM_MEDIA_PORT: String(port) })
const browser = await openBrowser()

type Took = { sound: number[]; frame: number[] }
const took = {
  product: { sound: [], frame: [] } as Took,
  offer: { sound: [], frame: [] } as Took,
  otherRoom: { sound: [], frame: [] } as Took,
}

async function note(into: Took, page: Page, since: number): Promise<void> {
  into.sound.push((await noted(page, 'first', 'sound')) - since)
  into.frame.push((await noted(page, 'first', 'frame')) - since)
}

async function product(): Promise<void> {
  const come = async (name: string) => await Visitor.come(browser, server.url, name)
  const hana = await come('Hana Weber')
  const links = await hana.hostsRoom('Bench', 'Webinar')
  const noor = await come('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  const mei = await come('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  for (let n = 0; n < times; n++) {
    await hana.chooses('Hold backstage', 'Noor Rahimi')
    await noor.acceptsInvitation()
    await seesMoving(hana.page, 'Noor Rahimi')
    await hearsNothing(mei.page)
    await watch(mei.page)
    await watch(hana.page)
    await hana.presses('Bring on now')
    await note(took.product, mei.page, await noted(hana.page, 'last', 'click'))
    await hana.chooses('Remove from stage', 'Noor Rahimi')
    await mei.tile('Noor Rahimi').waitFor({ state: 'detached' })
  }
  for (const one of [hana, noor, mei]) await one.context.close()
}

async function raw(): Promise<void> {
  const { livekitKey, livekitSecret } = await readSecrets(folder)
  const url = `ws://127.0.0.1:${port}`
  const service = new RoomServiceClient(url.replace('ws', 'http'), livekitKey, livekitSecret)
  for (const name of ['stage', 'backstage']) await service.createRoom({ name })
  const enters = async (page: RawPage, identity: string, room: string, autoSubscribe = true) => {
    const token = new AccessToken(livekitKey, livekitSecret, { identity, ttl: '10m' })
    token.addGrant({ roomJoin: true, room, canPublish: identity === 'noor', canSubscribe: true })
    await page.enters(room, url, await token.toJwt(), autoSubscribe)
  }
  const come = async () => await RawPage.open(browser, server.url)
  const [hana, noor, mei] = [await come(), await come(), await come()]
  for (const room of ['stage', 'backstage']) {
    await enters(hana, 'hana', room)
    await enters(noor, 'noor', room)
  }
  await enters(mei, 'mei', 'stage', false)

  for (let n = 0; n < times; n++) {
    await noor.offers('stage', 'hana')
    await noor.publishes('stage')
    await hana.receives(2)
    await mei.page.waitForTimeout(WARM_MS)
    await watch(mei.page)
    const [asked] = await Promise.all([noor.offers('stage', 'everybody'), mei.subscribes('stage')])
    await note(took.offer, mei.page, asked)
    await noor.unpublishes('stage')
    await mei.receives(0)
  }
  await enters(mei, 'mei', 'stage')
  for (let n = 0; n < times; n++) {
    await noor.publishes('backstage')
    await hana.receives(2)
    await mei.page.waitForTimeout(WARM_MS)
    await watch(mei.page)
    await note(took.otherRoom, mei.page, await noor.publishes('stage'))
    for (const room of ['stage', 'backstage']) await noor.unpublishes(room)
    await mei.receives(0)
    await hana.receives(0)
  }
}

await product()
await raw()
await browser.close()
await server.close()
await rm(folder, { recursive: true, force: true })

const WAYS = {
  product: '**Bring on now**: published backstage, the server opens it',
  offer: 'published backstage, the publisher’s client opens it',
  otherRoom: 'backstage are a second room of the engine, published anew',
} as const
print(
  reportOf(
    'handover',
    Object.entries(WAYS).flatMap(([way, what]) => {
      const { sound, frame } = took[way as keyof typeof WAYS]
      return [rowOf(`${what} → first sound`, 'ms', spread(sound)), rowOf('… → first frame', 'ms', spread(frame))]
    }),
  ),
)
