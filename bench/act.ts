/**
 * Times how soon a moderator's act holds at another browser, from the press to the last sound heard there (*Mute*), to the
 * picture gone (*Turn off camera*), and to the tile gone (*Remove from stage*), with a real server, LiveKit and Chromium.
 * Prints JSON, in ms. `node bench/act.ts [n]`, n = 20 by default.
 */
import { cpus } from 'node:os'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import { openHouse } from '../e2e/house.ts'
import { hears, hearsNothing, seesMoving } from '../e2e/senses.ts'
import { Visitor } from '../e2e/visitor.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 20)

/** Notes, from now on, when (ms since 1970) this page last played a sound, and last had a picture and a tile on stage. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const last = { sound: 0, picture: 0, tile: 0 }
    Object.assign(window, { last })
    const context = new AudioContext()
    const samples = new Float32Array(256)
    const ears = new Map<MediaStream, AnalyserNode>()
    const look = () => {
      const now = performance.timeOrigin + performance.now()
      if (document.querySelector('[role=group] video')) last.picture = now
      if (document.querySelector('[role=group][aria-label^="Noor Rahimi, microphone"]')) last.tile = now
      for (const audio of document.querySelectorAll('audio')) {
        const stream = audio.srcObject
        if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0 || audio.muted || audio.paused)
          continue
        const ear = ears.get(stream) ?? new AnalyserNode(context, { fftSize: 256 })
        if (!ears.has(stream)) context.createMediaStreamSource(stream).connect(ear)
        ears.set(stream, ear)
        ear.getFloatTimeDomainData(samples)
        if (samples.some((sample) => Math.abs(sample) > 0.01)) last.sound = now
      }
      setTimeout(look, 4)
    }
    look()
  })
}

const last = async (page: Page, what: 'sound' | 'picture' | 'tile'): Promise<number> =>
  await page.evaluate((of) => Reflect.get(Reflect.get(window, 'last'), of), what)

const house = await openHouse()
const browser = await openBrowser()
const come = async (name: string) => await Visitor.come(browser, house.url, name)
const hana = await come('Hana Weber')
const links = await hana.hostsRoom('Bench', 'Interactive')
const noor = await come('Noor Rahimi')
await noor.opensLink(links.viewer)
await noor.joinsStage()
const mei = await come('Mei Tanaka')
await mei.comesToWatch(links.viewer)
await watch(mei.page)
await hana.page.evaluate(() =>
  document.addEventListener(
    'click',
    (event) => Object.assign(window, { pressed: performance.timeOrigin + event.timeStamp }),
    { capture: true },
  ),
)

/** Hana presses; gives how long after it was the last of what ends by it. */
async function after(act: string, what: 'sound' | 'picture' | 'tile', ended: () => Promise<void>): Promise<number> {
  await hana.chooses(act, 'Noor Rahimi')
  await ended()
  const pressed: number = await hana.page.evaluate(() => Reflect.get(window, 'pressed'))
  return (await last(mei.page, what)) - pressed
}

const took = { mute: [] as number[], turnOffCamera: [] as number[], removeFromStage: [] as number[] }
for (let n = 0; n < times; n++) {
  await hears(mei.page)
  await seesMoving(mei.page, 'Noor Rahimi')
  took.mute.push(await after('Mute', 'sound', async () => await hearsNothing(mei.page)))
  const dark = mei.tile('Noor Rahimi', 'microphone off, camera off')
  took.turnOffCamera.push(await after('Turn off camera', 'picture', async () => await dark.waitFor()))
  const gone = async () => await mei.tile('Noor Rahimi').waitFor({ state: 'detached' })
  took.removeFromStage.push(await after('Remove from stage', 'tile', gone))
  await noor.presses('Join stage')
  const sheet = noor.page.getByRole('dialog')
  await sheet.locator('video').waitFor()
  await sheet.getByRole('button', { name: 'Join stage', exact: true }).click()
  await noor.button('Leave stage').waitFor()
  for (const off of ['Turn microphone on', 'Turn camera on']) {
    const tool = noor.page
      .getByRole('toolbar', { name: 'Room controls' })
      .getByRole('button', { name: off, exact: true })
    if ((await tool.count()) > 0) await tool.click()
  }
}
await browser.close()
await house.close()

const figures = Object.fromEntries(Object.entries(took).map(([act, values]) => [act, spread(values)]))
console.log(JSON.stringify({ cpu: cpus()[0]?.model, unit: 'ms', ...figures }, null, 2))
