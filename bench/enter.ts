/**
 * Times what a person feels on entering, with a real server, LiveKit and Chromium on this machine:
 * - preview: from the first press of *Join stage* (every question is answered yes at once) to the first decoded frame of the
 *   own picture, and to the verdict on the connection;
 * - viewer: from the click on *Join as viewer* to the first decoded frame and the first sound of somebody on stage;
 * - invited: from the second press of *Join Stage* to the first sound and frame at another viewer;
 * - idle: the memory of the Node process.
 * Prints JSON. `node bench/enter.ts [n]`, n = 20 by default.
 */
import { readFileSync } from 'node:fs'
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { hearsNothing, seesMoving } from '../e2e/support/media-checks.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { noted, watch } from './ears.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 20)

function rssMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kb) / 1024)
}

const server = await startTestServer()
const idle = rssMb(server.pid())
const browser = await openBrowser()
const come = async (name: string) => await Visitor.come(browser, server.url, name)

const hana = await come('Hana Weber')
const links = await hana.createsRoom('Bench', 'Webinar')
await hana.presses('Join now')
await hana.joinsStage()
await seesMoving(hana.page, 'Hana Weber')

const preview: number[] = []
const verdict: number[] = []
for (let n = 0; n < times; n++) {
  const noor = await come('Noor Rahimi')
  await noor.opensLink(links.speaker)
  await noor.page.waitForLoadState('networkidle')
  await watch(noor.page, 'video')
  await noor.presses('Join stage')
  const click = await noted(noor.page, 'first', 'click')
  const said = noor.page.waitForFunction(
    () => document.body.textContent.includes('Connection good') && performance.timeOrigin + performance.now(),
  )
  preview.push((await noted(noor.page, 'first', 'frame')) - click)
  verdict.push(Number(await (await said).jsonValue()) - click)
  await noor.context.close()
}

const viewer = { frame: [] as number[], sound: [] as number[] }
for (let n = 0; n < times; n++) {
  const mei = await come('Mei Tanaka')
  await mei.opensLink(links.viewer)
  // A person reads the page before pressing; the connection is made ready meanwhile.
  await mei.page.waitForLoadState('networkidle')
  await watch(mei.page)
  await mei.presses('Join as viewer')
  const click = await noted(mei.page, 'first', 'click')
  viewer.frame.push((await noted(mei.page, 'first', 'frame')) - click)
  viewer.sound.push((await noted(mei.page, 'first', 'sound')) - click)
  await mei.context.close()
}

await hana.presses('Leave stage')
const invited = { frame: [] as number[], sound: [] as number[] }
const mei = await come('Mei Tanaka')
await mei.comesToWatch(links.viewer)
const noor = await come('Noor Rahimi')
await noor.comesToWatch(links.viewer)
for (let n = 0; n < times; n++) {
  await hearsNothing(mei.page)
  await mei.page.reload()
  await mei.stage().waitFor()
  await watch(mei.page)
  await hana.chooses('Invite to stage', 'Noor Rahimi')
  const invitation = noor.page.getByRole('dialog', { name: 'You are invited to the stage' })
  const join = invitation.getByRole('button', { name: 'Join Stage', exact: true })
  await join.click()
  await invitation.getByLabel('Camera', { exact: true }).first().waitFor()
  await watch(noor.page)
  await join.click()
  const pressed = await noted(noor.page, 'first', 'click')
  invited.frame.push((await noted(mei.page, 'first', 'frame')) - pressed)
  invited.sound.push((await noted(mei.page, 'first', 'sound')) - pressed)
  await hana.chooses('Remove from stage', 'Noor Rahimi')
  await mei.tile('Noor Rahimi').waitFor({ state: 'detached' })
}

await browser.close()
await server.close()
print(
  reportOf('enter', [
    rowOf('a viewer’s *Join as viewer* → first sound', 'ms', spread(viewer.sound)),
    rowOf('… → first frame', 'ms', spread(viewer.frame)),
    rowOf('*Join stage* → the own preview', 'ms', spread(preview)),
    rowOf('… → what the connection is worth', 'ms', spread(verdict)),
    rowOf('an invitation accepted → first sound at another viewer', 'ms', spread(invited.sound)),
    rowOf('… → first frame there', 'ms', spread(invited.frame)),
    rowOf('memory of the idle process', 'MB', { value: idle }),
  ]),
)
