import { drawsScreen } from '../support/fake-screen.ts'
import { picturesIn, until } from '../support/media-checks.ts'
import { PHONE, serverStories } from '../support/story.ts'

const story = serverStories()

story(
  '[SHARE-8] a screen comes sharp and moving to a small window, to a dense screen and to a phone',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Sharp screens', 'Webinar')
    const desk = { viewport: { width: 1440, height: 900 } }
    const mei = await scene.visitor('Mei Tanaka', desk)
    const noor = await scene.visitor('Noor Rahimi', { ...desk, deviceScaleFactor: 2 })
    const kwame = await scene.visitor('Kwame Mensah', PHONE)
    for (const one of [mei, noor, kwame]) await one.comesToWatch(links.viewer)
    for (const [screen, height] of [
      [{ width: 1920, height: 1080 }, 1080],
      [{ width: 700, height: 460 }, 460],
      [{ width: 1080, height: 1920 }, 1920],
    ] as const) {
      await drawsScreen(hana.page, screen)
      await hana.pressesTool('Share screen')
      for (const one of [mei, noor, kwame])
        await until(`${height} lines, moving, at ${one.name}`, async () => {
          const pictures = await picturesIn(one.screen('Hana Weber').locator('video'))
          return pictures.height >= height && pictures.rate >= 15
        })
      await hana.pressesTool('Stop sharing')
      await mei.screen('Hana Weber').waitFor({ state: 'detached' })
    }
  },
)
