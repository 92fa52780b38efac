import { openShell } from '../support/browser.ts'
import { expect } from 'vitest'
import { sumOfPictures, watchesConnections } from '../support/peer-connections.ts'
import { drawsScreen } from '../support/fake-screen.ts'
import { hears, picturesIn, seesMoving, until } from '../support/media-checks.ts'
import { serverStories } from '../support/story.ts'
import { thinLine } from './limited-network.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories({
  env: { ROSTRUM_VIDEO_HEIGHT: '360' },
  // What a line can carry is found out by what is sent over it: of few pictures that takes longer than anybody waits.
  browser: async () => await openShell('fake', undefined, ['--use-fake-device-for-media-stream=device-count=2,fps=15']),
})
/** Time for a large picture in ms: an engine tries one when the small one has come well for a while. */
const LARGE = 40_000

/** Whether pictures come over the line, looked at for a second. */
async function receivesPictures({ page }: Visitor): Promise<boolean> {
  const bytes = async () => await sumOfPictures(page, 'inbound-rtp', 'bytesReceived')
  const before = await bytes()
  await page.waitForTimeout(1_000)
  return (await bytes()) > before
}

story(
  '[LINE-1] [LINE-2] who is on a thin line is told so, goes on with sound only, and back by a press',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Thin lines', 'Interactive')
    await hana.joinsStage()
    const mei = await scene.visitor('Mei Tanaka')
    const line = await thinLine(mei.page)
    await watchesConnections(mei.page)
    await mei.comesToWatch(links.viewer)
    await seesMoving(mei.page, 'Hana Weber')
    expect(await mei.page.getByText('Your connection is weak.').count()).toBe(0)

    line.carries(60)
    await mei.reads('Your connection is weak.')
    await mei.presses('Sound only')
    await mei.reads('No pictures come to you.')
    await until('no pictures', async () => !(await receivesPictures(mei)))
    await hears(mei.page)
    await mei.page.getByText('Your connection is weak.').waitFor({ state: 'detached' })

    line.carries(Infinity)
    await mei.presses('Show pictures')
    await seesMoving(mei.page, 'Hana Weber')
    expect(await receivesPictures(mei)).toBe(true)
  },
)

story('[LINE-2] [LINE-3] on stage too one receives sound only, or saves data, which is kept', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.entersOwnRoom('Less', 'Interactive')
  await hana.joinsStage()
  const desk = { viewport: { width: 1440, height: 900 } }
  const kwame = await scene.visitor('Kwame Mensah', desk)
  await watchesConnections(kwame.page)
  await kwame.opensLink(links.moderator)
  await kwame.joinsStage()
  const height = async () => (await picturesIn(kwame.tile('Hana Weber').locator('video'))).height
  await until('a large picture', async () => (await height()) === 360, LARGE)

  const turns = async (what: string) => {
    await kwame.presses('Settings')
    await kwame.page.getByRole('switch', { name: what }).click({ force: true })
    await kwame.presses('Close')
  }
  await turns('Sound only')
  await until('no pictures', async () => !(await receivesPictures(kwame)))
  await hears(kwame.page)
  await kwame.tile('Hana Weber').getByText('HW').waitFor()
  // What one gives is another thing.
  await seesMoving(hana.page, 'Kwame Mensah')
  await kwame.presses('Show pictures')
  await seesMoving(kwame.page, 'Hana Weber')

  await turns('Save data')
  await until('a small picture', async () => (await height()) === 180)
  await kwame.page.reload()
  await until('a small picture again', async () => (await height()) === 180)
  await turns('Save data')
  await until('a large picture again', async () => (await height()) === 360, LARGE)
})

story('[LINE-3] who saves data gets a shared screen with fewer pictures, and as sharp', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Fewer', 'Webinar')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await drawsScreen(hana.page, { width: 640, height: 360 })
  await hana.pressesTool('Share screen')
  const comes = async () => await picturesIn(mei.screen('Hana Weber').locator('video'))
  const saves = async () => {
    await mei.presses('Settings')
    await mei.page.getByRole('switch', { name: 'Save data' }).click({ force: true })
    await mei.presses('Close')
  }
  await until('all pictures', async () => (await comes()).rate >= 15)
  await saves()
  await until('fewer', async () => {
    const { rate, height } = await comes()
    return rate > 0 && rate < 10 && height === 360
  })
  await saves()
  await until('all again', async () => (await comes()).rate >= 15)
})
