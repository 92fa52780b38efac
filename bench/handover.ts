/**
 * Times the hand-off from the wings: from the press of *Bring on now* to the first sound and the first decoded frame at a
 * viewer, with a real server, LiveKit and Chromium. Prints JSON, in ms. `node bench/handover.ts [n]`, n = 20 by default.
 */
import { cpus } from 'node:os'
import { openBrowser } from '../e2e/browser.ts'
import { openHouse } from '../e2e/house.ts'
import { hearsNothing, seesMoving } from '../e2e/senses.ts'
import { Visitor } from '../e2e/visitor.ts'
import { noted, watch } from './ears.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 20)
const house = await openHouse()
const browser = await openBrowser()
const come = async (name: string) => await Visitor.come(browser, house.url, name)
const hana = await come('Hana Weber')
const links = await hana.hostsRoom('Bench', 'Webinar')
const noor = await come('Noor Rahimi')
await noor.comesToWatch(links.viewer)
const mei = await come('Mei Tanaka')
await mei.comesToWatch(links.viewer)

const took = { sound: [] as number[], frame: [] as number[] }
for (let n = 0; n < times; n++) {
  await hana.chooses('Hold in the wings', 'Noor Rahimi')
  await noor.acceptsInvitation()
  await seesMoving(hana.page, 'Noor Rahimi')
  await hearsNothing(mei.page)
  await watch(mei.page)
  await watch(hana.page)
  await hana.presses('Bring on now')
  const pressed = await noted(hana.page, 'last', 'click')
  took.sound.push((await noted(mei.page, 'first', 'sound')) - pressed)
  took.frame.push((await noted(mei.page, 'first', 'frame')) - pressed)
  await hana.chooses('Remove from stage', 'Noor Rahimi')
  await mei.tile('Noor Rahimi').waitFor({ state: 'detached' })
}
await browser.close()
await house.close()

const figures = { toSound: spread(took.sound), toFrame: spread(took.frame) }
console.log(JSON.stringify({ cpu: cpus()[0]?.model, unit: 'ms', ...figures }, null, 2))
