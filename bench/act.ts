/**
 * Times how soon a moderator's act holds at another browser, from the press to the last sound heard there (*Mute*), to the
 * picture gone (*Turn off camera*), and to the tile gone (*Remove from stage*), with a real server, LiveKit and Chromium.
 * Prints JSON, in ms. `node bench/act.ts [n]`, n = 20 by default.
 */
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { hears, hearsNothing, seesMoving } from '../e2e/support/media-checks.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { noted, watch, type Noted } from './ears.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 20)

const server = await startTestServer()
const browser = await openBrowser()
const come = async (name: string) => await Visitor.come(browser, server.url, name)
const hana = await come('Hana Weber')
const links = await hana.hostsRoom('Bench', 'Interactive')
const noor = await come('Noor Rahimi')
await noor.opensLink(links.viewer)
await noor.joinsStage()
const mei = await come('Mei Tanaka')
await mei.comesToWatch(links.viewer)
await watch(mei.page)
await watch(hana.page)

/** Hana presses; gives how long after it was the last of what ends by it. */
async function after(act: string, what: Noted, ended: () => Promise<void>): Promise<number> {
  await hana.chooses(act, 'Noor Rahimi')
  await ended()
  return (await noted(mei.page, 'last', what)) - (await noted(hana.page, 'last', 'click'))
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
await server.close()

print(
  reportOf('act', [
    rowOf('*Mute* → it is silent at another browser', 'ms', spread(took.mute)),
    rowOf('*Turn off camera* → the picture is gone there', 'ms', spread(took.turnOffCamera)),
    rowOf('*Remove from stage* → the tile is gone there', 'ms', spread(took.removeFromStage)),
  ]),
)
