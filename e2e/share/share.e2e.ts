import { expect } from 'vitest'
import { drawsScreen, minimises } from '../support/fake-screen.ts'
import { apart, coloursAt, hears, hearsNothing, picturesIn, seesScreen, until } from '../support/media-checks.ts'
import { companyStories, PHONE, serverStories } from '../support/story.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Screens', 'Webinar')
  const [noor, mei] = [await visitor('Noor Rahimi'), await visitor('Mei Tanaka')]
  for (const who of [noor, mei]) await who.comesToWatch(links.viewer)
  return { hana, noor, mei }
})
const serverStory = serverStories()

story(
  '[SHARE-1] [SHARE-3] [SHARE-4] a screen is seen and heard, taken over by a question, and stopped',
  async ({ hana, noor, mei }) => {
    expect(await noor.button('Share screen').count()).toBe(0)

    // A viewer who is permitted shares from where she is.
    await hana.chooses('Edit permissions', 'Noor Rahimi')
    await hana.page.getByRole('switch', { name: 'Share screen' }).click({ force: true })
    await hana.page.keyboard.press('Escape')
    await noor.pressesTool('Share screen')
    await noor.reads('You share your screen')
    for (const one of [mei, hana]) {
      await seesScreen(one.page, 'Noor Rahimi')
      await hears(one.page)
    }
    await mei.reads('You are watching')
    expect(await mei.button('Stop the share of Noor Rahimi').count()).toBe(0)

    await hana.pressesTool('Share screen')
    const question = hana.page.getByRole('alertdialog', { name: 'Share instead of Noor Rahimi?' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await seesScreen(mei.page, 'Noor Rahimi')
    await hana.pressesTool('Share screen')
    await question.getByRole('button', { name: 'Share screen' }).click()
    await noor.reads('Hana Weber shares the screen now, instead of you.')
    await noor.reads('You are watching')
    for (const one of [mei, noor]) await seesScreen(one.page, 'Hana Weber')
    await noor.pressesTool('Share screen')
    await noor.page.getByRole('alertdialog', { name: 'Hana Weber shares the screen' }).waitFor()
    await noor.page.keyboard.press('Escape')

    await hana.pressesTool('Stop sharing')
    await mei.screen('Hana Weber').waitFor({ state: 'detached' })
    await hearsNothing(mei.page)
    await noor.pressesTool('Share screen')
    await seesScreen(mei.page, 'Noor Rahimi')
    await hana.presses('Stop the share of Noor Rahimi')
    await noor.reads('Hana Weber stopped your share.')
    await mei.screen('Noor Rahimi').waitFor({ state: 'detached' })
    await hearsNothing(mei.page)
  },
)

serverStory(
  '[SHARE-5] a share outlives the engine, ends with the browser’s own button, and a phone has none to give',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Lasting screens', 'Interactive')
    const kwame = await scene.visitor('Kwame Mensah', PHONE)
    await kwame.opensLink(links.moderator)
    await kwame.joinsAsViewer()
    await hana.page.evaluate(() => {
      const pick = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getDisplayMedia = async (wanted) => {
        const shared = await pick(wanted)
        Object.assign(window, { shared })
        return shared
      }
    })
    await hana.pressesTool('Share screen')
    await seesScreen(kwame.page, 'Hana Weber')
    expect(await kwame.button('Share screen').count()).toBe(0)
    if ((await kwame.button('More').count()) > 0) {
      await kwame.presses('More')
      expect(await kwame.page.getByRole('menuitem', { name: 'Share screen' }).count()).toBe(0)
      await kwame.page.keyboard.press('Escape')
    }
    scene.server.killEngine()
    await kwame.reads('Sound and picture are away for a moment.')
    await seesScreen(kwame.page, 'Hana Weber')
    // What the browser's own bar does: it ends the track, and says so.
    await hana.page.evaluate(() => {
      const screen: MediaStream = Reflect.get(window, 'shared')
      const [track] = screen.getVideoTracks()
      track?.stop()
      track?.dispatchEvent(new Event('ended'))
    })
    await kwame.screen('Hana Weber').waitFor({ state: 'detached' })
    await hearsNothing(kwame.page)
    await hana.reads('You are watching')
  },
)

story(
  '[SHARE-9] a shared window that is minimised stays as it was, also for who comes later',
  async ({ hana, mei, noor }) => {
    await drawsScreen(hana.page, { width: 640, height: 360 })
    await hana.pressesTool('Share screen')
    await seesScreen(mei.page, 'Hana Weber')
    await minimises(hana.page, true)
    await noor.page.reload()
    await noor.stage().waitFor()
    for (const one of [mei, noor]) {
      const screen = one.screen('Hana Weber').locator('video')
      // The engine's client would give up after five seconds, and everybody would see black.
      const before = (await picturesIn(screen)).count
      await until('the same for six seconds more', async () => (await picturesIn(screen)).count > before + 6)
      const [corner] = await coloursAt(screen, [[0.99, 0.01]])
      expect(apart(corner ?? [], [255, 255, 255])).toBeLessThan(60)
    }
    await minimises(hana.page, false)
    for (const one of [mei, noor]) await seesScreen(one.page, 'Hana Weber')
    await hana.pressesTool('Stop sharing')
  },
)
