import { expect } from 'vitest'
import { seesMoving } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import { heaviestMore, kB, scriptOf } from './script-weight.ts'

const story = stories()

story(
  'a viewer’s page loads at most 140 kB of script before the room can be used, and 280 kB in all, in every language',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Light', 'Webinar')
    await hana.joinsStage()
    const mei = await scene.visitor('Mei Tanaka')
    // What is fetched once the room has come to rest is counted by nobody who waits.
    await mei.page.addInitScript(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }))
    await mei.opensLink(links.viewer)
    const before = await scriptOf(mei.page)
    const first = kB(before, { withEngine: false }) + heaviestMore(before)
    expect(first, JSON.stringify(before, null, 2)).toBeLessThanOrEqual(140)
    await mei.joinsAsViewer()
    await seesMoving(mei.page, 'Hana Weber')
    await mei.group('On stage').waitFor()
    const all = await scriptOf(mei.page)
    expect(kB(all, { withEngine: true }) + heaviestMore(all), JSON.stringify(all, null, 2)).toBeLessThanOrEqual(280)
    expect(Object.keys(all).filter((name) => name.includes('livekit'))).toHaveLength(1)
  },
)

story('a part of the page that cannot be had is named, and the room goes on', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await hana.page.route(/room-later.*\.js/, async (route) => await route.abort())
  await hana.hostsRoom('Half a page', 'Interactive')
  await hana.presses('Settings')
  await hana.reads('This part of the page could not be loaded. What runs goes on.')
  await hana.button('Load again').waitFor()
  await hana.presses('Raise hand')
  await hana.reads('You are 1st')
  // Nobody is thrown out of the room into the browser's page of errors: the server is asked first, and the part comes by itself.
  await hana.page.evaluate(() => void Object.assign(window, { isSame: true }))
  await hana.context.setOffline(true)
  await hana.presses('Load again')
  await hana.reads('The server cannot be reached')
  await hana.page.unroute(/room-later.*\.js/)
  await hana.context.setOffline(false)
  await hana.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  await hana.page.getByRole('radiogroup', { name: 'Stage access' }).waitFor()
  expect(await hana.page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true)
})

story('what is opened later is there before, so that it opens when the server is away', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const later = hana.page.waitForResponse(/room-later.*\.js/)
  await hana.hostsRoom('Fetched', 'Interactive')
  await (await later).finished()
  await hana.page.waitForLoadState('networkidle')
  await hana.context.setOffline(true)
  await hana.presses('Settings')
  await hana.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  await hana.page.getByRole('radiogroup', { name: 'Stage access' }).waitFor()
})
