import { afterAll, beforeAll, expect } from 'vitest'
import type { BrowserContext } from 'playwright-core'
import { openWithoutCookies } from './browser.ts'
import { seesMoving } from './senses.ts'
import { stories } from './story.ts'

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
  await page.goto(scene.house.url)
  await page.getByLabel('Room name', { exact: true }).fill('No cookies')
  await page.getByLabel('Your name', { exact: true }).fill('Hana Weber')
  await page.getByRole('button', { name: 'Create room' }).click()
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
  }
  expect(faults).toEqual([])
  await page.close()
})

story(
  '[PLAY-3] without WebRTC one is told why nothing is seen or heard, and writes and raises a hand',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.createsRoom('Without WebRTC', 'Interactive')
    await hana.presses('Join now')
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

    await hana.readsParticipants()
    await hana.choosesIn('Raised hands', 'Invite to stage', 'Noor Rahimi')
    const invitation = noor.page.getByRole('dialog')
    await invitation.getByText('In diesem Browser kein Ton und kein Bild').waitFor()
    await seesMoving(hana.page, 'Hana Weber')
  },
)
