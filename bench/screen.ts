/**
 * How sharp and how fluent a shared screen arrives, with a real server, LiveKit and Chromium, at two viewers of 1440×900: one with a
 * pixel for each px, one with two. Of each size of screen, on which something moves 30 times a second: the height of the pictures that are
 * decoded, the height at which they are shown, both in px of the viewer's screen, pictures a second, and how long the
 * sharing machine encodes for each.
 * Prints JSON. `node bench/screen.ts [seconds]`, 10 for each screen by default, after the first ten.
 */
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { sumOfPictures, watchesConnections } from '../e2e/support/peer-connections.ts'
import { drawsScreen } from '../e2e/support/fake-screen.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { picturesIn, until } from '../e2e/support/media-checks.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { print, reportOf, rowOf, type Row } from './report.ts'

const seconds = Number(process.argv[2] ?? 10)
const WARM_UP = 10
const SCREENS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
]

const server = await startTestServer()
const browser = await openBrowser()
const come = async (name: string, deviceScaleFactor: number) =>
  await Visitor.come(browser, server.url, name, { viewport: { width: 1440, height: 900 }, deviceScaleFactor })
const hana = await come('Hana Weber', 1)
await watchesConnections(hana.page)
const links = await hana.hostsRoom('Bench', 'Webinar')
const viewers = { dense1: await come('Mei Tanaka', 1), dense2: await come('Noor Rahimi', 2) }
for (const one of Object.values(viewers)) await one.comesToWatch(links.viewer)

const rows: Row[] = []
for (const size of SCREENS) {
  await drawsScreen(hana.page, size)
  await hana.pressesTool('Share screen')
  const videos = Object.entries(viewers).map(
    ([name, one]) => [name, one.screen('Hana Weber').locator('video')] as const,
  )
  for (const [name, video] of videos)
    await until(`a picture at ${name}`, async () => (await picturesIn(video)).count > 0)
  await hana.page.waitForTimeout(WARM_UP * 1_000)
  const before = await encoded(hana.page)
  const measured = await Promise.all(
    videos.map(async ([name, video]) => {
      const { count } = await picturesIn(video)
      const started = performance.now()
      await hana.page.waitForTimeout(seconds * 1_000)
      const now = await picturesIn(video)
      const rate = (1_000 * (now.count - count)) / (performance.now() - started)
      return [name, { decoded: now.height, shown: now.shown, rate: rounded(rate) }] as const
    }),
  )
  const after = await encoded(hana.page)
  const encodeMs = rounded((after.took - before.took) / (after.pictures - before.pictures))
  for (const [name, { decoded, shown, rate }] of measured) {
    const what = `${size.width} × ${size.height}, at a viewer with ${name === 'dense1' ? 'one pixel' : 'two'} for each px`
    const figures = { 'pictures a second': rate, 'lines decoded': decoded, 'lines shown': shown }
    rows.push(rowOf(what, '', figures, { better: 'more' }))
  }
  rows.push(rowOf(`${size.width} × ${size.height}: encoding a picture, all layers`, 'ms', { value: encodeMs }))
  await hana.pressesTool('Stop sharing')
  for (const [, video] of videos) await video.waitFor({ state: 'detached' })
}
await browser.close()
await server.close()
print(reportOf('screen', rows))

/** How many pictures all layers were made of since the page was opened, and how long that took, in ms. */
async function encoded(page: Page): Promise<{ pictures: number; took: number }> {
  const pictures = await sumOfPictures(page, 'outbound-rtp', 'framesEncoded')
  return { pictures, took: 1_000 * (await sumOfPictures(page, 'outbound-rtp', 'totalEncodeTime')) }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
