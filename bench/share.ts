/**
 * Times a shared screen: from the press of *Share screen* to the first decoded frame of it and its first sound at a viewer, and
 * from *Stop sharing* to the last sound there, with a real server, LiveKit and Chromium, which picks a screen by itself.
 * Prints JSON, in ms. `node bench/share.ts [n]`, n = 20 by default.
 */
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { hearsNothing, seesScreen } from '../e2e/support/media-checks.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { noted, watch } from './ears.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 20)
const server = await startTestServer()
const browser = await openBrowser()
const come = async (name: string) => await Visitor.come(browser, server.url, name)
const hana = await come('Hana Weber')
const links = await hana.hostsRoom('Bench', 'Webinar')
const mei = await come('Mei Tanaka')
await mei.comesToWatch(links.viewer)

const took = { toFrame: [] as number[], toSound: [] as number[], toSilence: [] as number[] }
for (let n = 0; n < times; n++) {
  await hearsNothing(mei.page)
  await watch(mei.page)
  await watch(hana.page)
  await hana.pressesTool('Share screen')
  const pressed = await noted(hana.page, 'last', 'click')
  took.toFrame.push((await noted(mei.page, 'first', 'frame')) - pressed)
  took.toSound.push((await noted(mei.page, 'first', 'sound')) - pressed)
  await seesScreen(mei.page, 'Hana Weber')
  await hana.pressesTool('Stop sharing')
  await mei.screen('Hana Weber').waitFor({ state: 'detached' })
  await hearsNothing(mei.page)
  took.toSilence.push((await noted(mei.page, 'last', 'sound')) - (await noted(hana.page, 'last', 'click')))
}
await browser.close()
await server.close()

print(
  reportOf('share', [
    rowOf('*Share screen* is pressed → its first sound', 'ms', spread(took.toSound)),
    rowOf('… → its first decoded frame', 'ms', spread(took.toFrame)),
    rowOf('*Stop sharing* is pressed → its last sound', 'ms', spread(took.toSilence)),
  ]),
)
