import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect } from 'vitest'
import type { BrowserContext } from 'playwright-core'
import { openWithoutCookies } from '../support/browser.ts'
import { seesMoving } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()
let blocked: BrowserContext

beforeAll(async () => {
  blocked = await openWithoutCookies()
})
afterAll(async () => {
  await blocked?.close()
})

const BLOCKED = /^Your browser keeps no cookies for this page/

story('[NAME-6] who has blocked cookies is told so, and how to go on, and nothing typed is lost', async (scene) => {
  const page = await blocked.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  await page.goto(scene.url)
  await page.getByLabel('Room name', { exact: true }).fill('No cookies')
  await page.getByLabel('Your name', { exact: true }).fill('Hana Weber')
  await page.getByRole('button', { name: 'Create room' }).click()
  await page.getByRole('alert').getByText(BLOCKED).waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText(BLOCKED).waitFor()
  expect(await page.getByLabel('Room name', { exact: true }).inputValue()).toBe('No cookies')

  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('With cookies', 'Interactive')
  await page.goto(links.viewer)
  await page.getByLabel('Your name', { exact: true }).fill('Noor Rahimi')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText(BLOCKED).waitFor()
  expect(await page.getByLabel('Your name', { exact: true }).inputValue()).toBe('Noor Rahimi')
  // The room's own page, and the room, say what is in the way, and not that an invitation is missing.
  const room = hana.page.url().replace(/\/room$/, '')
  for (const address of [room, `${room}/room`]) {
    await page.goto(address)
    await page.getByText(BLOCKED).waitFor()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await page.getByText('You need an invite link').count()).toBe(0)
  }
  expect(faults).toEqual([])
  await page.close()
})

/** As long as the route is there, no cookie comes back from this browser. */
const keepsNone = async ({ page }: Visitor) =>
  await page.route('**/api/guest', async (route) => await route.fulfill({ json: { known: false } }))

story('[NAME-6] who allows cookies then goes on by one press, with what was typed', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await keepsNone(hana)
  await hana.page.goto(scene.url)
  await hana.types('Room name', 'Now with cookies')
  await hana.types('Your name', hana.name)
  await hana.presses('Create room')
  await hana.reads(BLOCKED)
  await hana.page.unroute('**/api/guest')
  await hana.presses('Try again')
  await hana.heading('Now with cookies').waitFor()
  const link = await hana.page.getByLabel('Viewer link', { exact: true }).inputValue()

  const noor = await scene.visitor('Noor Rahimi')
  await keepsNone(noor)
  await noor.page.goto(link)
  await noor.types('Your name', noor.name)
  await noor.presses('Continue')
  await noor.reads(BLOCKED)
  await noor.page.unroute('**/api/guest')
  await noor.presses('Try again')
  await noor.heading('Set devices').waitFor()
})

story('[NAME-7] no other site has Rostrum in a frame, and its own may', async (scene) => {
  const page = await blocked.newPage()
  const frame = `<iframe src="${scene.url}/requirements"></iframe>`
  const inside = page.frameLocator('iframe').getByRole('heading', { name: 'What works where' })
  await page.goto(`${scene.url}/requirements`)
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), frame)
  await inside.waitFor()
  // Another site, as 127.0.0.1 is to localhost.
  const other = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(frame))
  await once(other.listen(0, '127.0.0.1'), 'listening')
  // What the page of before was still loading fails too when it is left.
  const refused = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest())
  const address = other.address()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE')
  expect(await inside.count()).toBe(0)
  await page.close()
  other.close()
})

story(
  '[PLAY-3] without WebRTC one is told why nothing is seen or heard, and writes and raises a hand',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Without WebRTC', 'Interactive')
    await hana.joinsStage()
    const noor = await scene.visitor('Noor Rahimi', { locale: 'de-DE' })
    await noor.page.addInitScript(() => {
      for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCRtpSender', 'RTCRtpReceiver'])
        Reflect.deleteProperty(window, name)
    })
    await noor.page.goto(links.viewer)
    await noor.types('Ihr Name', noor.name)
    await noor.presses('Weiter')
    await noor.reads('In diesem Browser kein Ton und kein Bild')
    expect(await noor.button('Auf die Bühne').count()).toBe(0)
    await noor.presses('Nur zusehen')
    await noor.reads('In diesem Browser kein Ton und kein Bild')
    await noor.presses('Hand heben')
    await hana.readsParticipants()
    await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
    await noor.page.getByRole('tab', { name: /^Chat/ }).click()
    await noor.types('An alle schreiben', 'Ich lese mit')
    await noor.page.keyboard.press('Enter')
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    await hana.reads('Ich lese mit')

    await noor.presses('Reaktionen')
    await noor.presses('Klatschen')
    await hana.page.getByRole('list', { name: 'Reactions' }).getByRole('img', { name: 'Clap' }).waitFor()
    await noor.page.keyboard.press('Escape')

    // The way up is there for whom the room lets up, and says why it leads nowhere here.
    await noor.presses('Auf die Bühne')
    const way = noor.page.getByRole('dialog')
    await way.getByText('In diesem Browser kein Ton und kein Bild').waitFor()
    expect(await way.getByRole('button', { name: 'Auf die Bühne' }).count()).toBe(0)
    await way.getByRole('button', { name: 'Abbrechen' }).click()

    await hana.readsParticipants()
    await hana.choosesIn('Raised hands', 'Invite to stage', 'Noor Rahimi')
    const invitation = noor.page.getByRole('dialog')
    await invitation.getByText('In diesem Browser kein Ton und kein Bild').waitFor()
    await seesMoving(hana.page, 'Hana Weber')
  },
)
