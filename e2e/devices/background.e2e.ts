import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { openShell } from '../support/browser.ts'
import { CLOTHES, personVideo, WALL } from '../support/fake-camera.ts'
import { apart, coloursAt, seesMoving, until } from '../support/media-checks.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories({
  browser: async () => await openShell('fake', undefined, [`--use-file-for-fake-video-capture=${await personVideo()}`]),
  env: { ROSTRUM_VIDEO_HEIGHT: '360' },
})

/** Above the head to both sides, where the room is, and on the clothes. */
const PLACES = [
  [0.1, 0.8],
  [0.9, 0.5],
  [0.5, 0.9],
] as const
// A pixel that went through an encoder is still the same colour within this.
const SAME = 60

const menu = (who: Visitor): Locator => who.page.getByRole('button', { name: /^Background / })

async function choosesBackground(who: Visitor, name: string): Promise<void> {
  if ((await menu(who).getAttribute('aria-expanded')) === 'false') await menu(who).click()
  await who.page.getByRole('option', { name, exact: true }).click()
}

/** Whether the drawn person is seen, and whether before the wall. */
async function sees(video: Locator): Promise<{ person: boolean; wall: boolean }> {
  const [left, right, clothes] = await coloursAt(video, PLACES)
  const isWall = [left, right].some((colour) => apart(colour ?? [], WALL) < SAME)
  return { person: apart(clothes ?? [], CLOTHES) < SAME, wall: isWall }
}

/** The time that a picture may take, in ms, as docs/requirements.md says: this machine draws in software. */
async function allows(who: Visitor, limit: number): Promise<void> {
  await who.page.evaluate((ms) => localStorage.setItem('rostrum.picture-limit', String(ms)), limit)
}

/** What a page has loaded of the backgrounds. */
async function loaded(who: Visitor): Promise<string[]> {
  const names = await who.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  return names.filter((name) =>
    /segmentation|camera-effects|background-worker|BackgroundPicker|(study|dusk)-.*\.svg/.test(name),
  )
}

story('before a scene the person stays and the room is gone, here and at every other browser', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.createsRoom('Elsewhere', 'Interactive')
  await allows(hana, 10_000)
  await hana.presses('Join now')
  await hana.presses('Join stage')
  const preview = hana.page.locator('video').first()
  await until('the person before the wall', async () => {
    const { person, wall } = await sees(preview)
    return person && wall
  })
  expect(await menu(hana).textContent()).toBe('None')
  expect(await loaded(hana), 'nothing before it is opened').toEqual([])
  await choosesBackground(hana, 'Dusk')
  await until('the person elsewhere', async () => {
    const { person, wall } = await sees(preview)
    return person && !wall
  })
  await hana.presses('Join stage')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await seesMoving(mei.page, 'Hana Weber')
  const seen = mei.tile('Hana Weber').locator('video')
  expect(await sees(seen)).toEqual({ person: true, wall: false })

  // A switch on stage: no picture in between shows the room.
  const [, before] = await coloursAt(seen, PLACES)
  await hana.presses('Settings')
  await choosesBackground(hana, 'Hills')
  await until('the other scene', async () => {
    // To the left one scene has water where the other has trees: both are dark.
    const [left, right, clothes] = await coloursAt(seen, PLACES)
    for (const side of [left, right]) expect(apart(side ?? [], WALL), 'the room').toBeGreaterThan(SAME)
    expect(apart(clothes ?? [], CLOTHES), 'the person').toBeLessThan(SAME)
    return apart(right ?? [], before ?? []) > SAME
  })

  // Too slow: off by itself, in words, and the camera goes on.
  await allows(hana, 0.1)
  await choosesBackground(hana, 'Blur')
  await hana.reads('This device is too slow for a background, so it is off. Your camera goes on without it.')
  await until('the person before the wall', async () => {
    const { person, wall } = await sees(seen)
    return person && wall
  })
  await seesMoving(mei.page, 'Hana Weber')
  expect(await menu(hana).textContent()).toBe('None')
  await hana.page.keyboard.press('Escape')
  await hana.button('Leave stage').waitFor()
})

story(
  'a picture of one’s own is a background, a file that is none is named, and the choice is remembered',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    await hana.createsRoom('My own wall', 'Interactive')
    await allows(hana, 10_000)
    await hana.presses('Join now')
    await hana.presses('Join stage')
    await menu(hana).click()
    const file = hana.page.locator('input[type=file]')
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-pictures-'))
    const huge = join(folder, 'huge.png')
    writeFileSync(huge, '')
    truncateSync(huge, 50_000_000)
    await file.setInputFiles(huge)
    await hana.reads('That picture is too large.')
    await file.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
    await hana.reads('That file is not a picture that this browser can show.')

    const green =
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="#0c6"/></svg>'
    const wall = { name: 'wall.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(green) }
    const quota = await hana.context.newCDPSession(hana.page)
    await quota.send('Storage.overrideQuotaForOrigin', { origin: scene.url, quotaSize: 1 })
    await file.setInputFiles(wall)
    await hana.reads('This browser keeps no pictures, so yours is there until this page is closed.')
    await quota.send('Storage.overrideQuotaForOrigin', { origin: scene.url })
    await file.setInputFiles(wall)
    const preview = hana.page.locator('video').first()
    const isGreen = async () => apart((await coloursAt(preview, PLACES))[1] ?? [], [0, 204, 102]) < SAME
    await until('the own picture', isGreen)
    await hana.page.reload()
    await hana.presses('Join stage')
    await until('the own picture again', isGreen)
    expect(await menu(hana).textContent()).toBe('Your picture')
    await menu(hana).press('Enter')
    await hana.page.getByRole('option', { name: 'Your picture', selected: true }).focus()
    await hana.page.keyboard.press('Home')
    await hana.page.keyboard.press('Enter')
    await until('the wall', async () => (await sees(preview)).wall)
    await hana.page.keyboard.press('Escape')
    await until('the closed menu', async () => (await menu(hana).getAttribute('aria-expanded')) === 'false')
  },
)

story('[SEED-17] a phone is offered no background', async (scene) => {
  const hana = await scene.visitor('Hana Weber', PHONE)
  await hana.hostsRoom('Small', 'Interactive')
  await hana.presses('Join stage')
  await hana.page.getByRole('dialog').locator('video').waitFor()
  await until('the devices', async () => (await hana.button('Turn camera off').count()) > 0)
  expect(await menu(hana).count()).toBe(0)
  expect(await loaded(hana)).toEqual([])
})

story('[BACKGROUND-1] a browser that gives pictures one by one has the same backgrounds', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  // As in Safari and Firefox.
  await hana.page.addInitScript(() => {
    for (const name of ['MediaStreamTrackGenerator', 'MediaStreamTrackProcessor']) Reflect.deleteProperty(window, name)
  })
  const links = await hana.createsRoom('By hand', 'Interactive')
  await allows(hana, 10_000)
  await hana.presses('Join now')
  await hana.presses('Join stage')
  const preview = hana.page.locator('video').first()
  await choosesBackground(hana, 'Dusk')
  await until('the person elsewhere', async () => {
    const { person, wall } = await sees(preview)
    return person && !wall
  })
  // What goes out is what the preview shows.
  await hana.presses('Join stage')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await seesMoving(mei.page, 'Hana Weber')
  const seen = mei.tile('Hana Weber').locator('video')
  expect(await sees(seen)).toEqual({ person: true, wall: false })
  await hana.presses('Settings')
  await choosesBackground(hana, 'None')
  await until('the wall', async () => (await sees(seen)).wall)
})
