/**
 * What a background costs, with a real server and Chromium on this machine, a camera of 640×360 and 30 pictures a second:
 * - none, blur, scene: pictures a second in the own preview, and the time that the page's thread works for each;
 * - start: from the choice to the first picture before a scene, with the code still to be loaded and with the code there;
 * - off: from the choice to the words that say that it is too slow, on a machine made ten times slower.
 * Prints JSON. `node bench/effects.ts [seconds]`, 5 for each background by default.
 */
import type { CDPSession } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { personVideo, WALL } from '../e2e/support/fake-camera.ts'
import { apart, coloursAt, until } from '../e2e/support/media-checks.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { print, reportOf, rowOf } from './report.ts'

const seconds = Number(process.argv[2] ?? 5)
const SLOWER = 10

const server = await startTestServer({ ROSTRUM_VIDEO_HEIGHT: '360' })
const video = await personVideo(30)
const browser = await openBrowser('fake', undefined, [`--use-file-for-fake-video-capture=${video}`])
const hana = await Visitor.come(browser, server.url, 'Hana Weber')
const chromium = await hana.context.newCDPSession(hana.page)
await chromium.send('Performance.enable')
const preview = hana.page.locator('video').first()

/** At *Set devices*, with a limit in ms for a picture, or the product's own. */
async function setsDevices(limit?: number): Promise<void> {
  await hana.page.evaluate((ms) => {
    localStorage.clear()
    if (ms) localStorage.setItem('rostrum.picture-limit', String(ms))
  }, limit)
  await hana.page.reload()
  await hana.presses('Join stage')
  await hana.page.getByRole('button', { name: /^Background / }).click()
  await hana.page.getByRole('option', { name: 'None', exact: true }).waitFor()
  await preview.waitFor({ state: 'visible' })
}

const chooses = async (name: string) => await hana.page.getByRole('option', { name, exact: true }).click()

/** From the choice to the first picture in which the wall is gone, in ms. */
async function startsIn(scene: string): Promise<number> {
  const chosen = performance.now()
  await chooses(scene)
  await until(scene, async () => apart((await coloursAt(preview, [[0.1, 0.5]]))[0] ?? [], WALL) > 60)
  return Math.round(performance.now() - chosen)
}

/** The track that the preview shows. */
async function trackShown(): Promise<string | null> {
  return await preview.evaluate((element) => {
    const stream = element instanceof HTMLVideoElement ? element.srcObject : null
    return stream instanceof MediaStream ? (stream.getVideoTracks()[0]?.id ?? null) : null
  })
}

/** Pictures a second in the preview, and how long the page's thread worked in ms for each second. */
async function watches(): Promise<{ pictures: number; busy: number }> {
  const before = await worked(chromium)
  const pictures = await preview.evaluate(async (element, time) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('not a video')
    const next = async () =>
      await new Promise<number>((shown) =>
        element.requestVideoFrameCallback((_now, { presentedFrames }) => shown(presentedFrames)),
      )
    const first = await next()
    const started = performance.now()
    await new Promise((over) => setTimeout(over, time))
    return ((await next()) - first) / ((performance.now() - started) / 1_000)
  }, seconds * 1_000)
  return { pictures, busy: ((await worked(chromium)) - before) / seconds }
}

async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000
}

const rounded = (value: number) => Math.round(value * 10) / 10

await hana.createsRoom('Bench', 'Interactive')
await hana.presses('Join now')
await setsDevices(60_000)
const none = await watches()
const start = { cold: await startsIn('Dusk'), warm: 0 }
/** What a background adds to the page's work for each picture. */
const cost = ({ pictures, busy }: typeof none) => ({
  picturesASecond: rounded(pictures),
  msAPicture: rounded((busy - none.busy) / pictures),
})
const scene = cost(await watches())
const dusk = await trackShown()
await chooses('Blur')
await until('the blur', async () => (await trackShown()) !== dusk)
const blur = cost(await watches())
await chooses('None')
await until('the wall', async () => apart((await coloursAt(preview, [[0.1, 0.5]]))[0] ?? [], WALL) < 60)
start.warm = await startsIn('Hills')

await setsDevices()
await chromium.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
const chosen = performance.now()
await chooses('Dusk')
await hana.reads('This device is too slow for a background')
const off = { slower: SLOWER, ms: Math.round(performance.now() - chosen) }

await browser.close()
await server.close()
print(
  reportOf('effects', [
    rowOf('pictures a second at 360p, with no background', '/s', { value: rounded(none.pictures) }, { better: 'more' }),
    rowOf('before a scene', '/s', { value: scene.picturesASecond }, { better: 'more' }),
    rowOf('blurred', '/s', { value: blur.picturesASecond }, { better: 'more' }),
    rowOf('work of the page’s own thread for a picture before a scene, over one without', 'ms', {
      value: scene.msAPicture,
    }),
    rowOf('the same, blurred', 'ms', { value: blur.msAPicture }),
    rowOf('a scene is chosen → the first picture before it, its code still to be loaded', 'ms', { value: start.cold }),
    rowOf('the same, its code there', 'ms', { value: start.warm }),
    rowOf(`a machine ${SLOWER} times slower → it is said and turned off`, 'ms', { value: off.ms }),
  ]),
)
