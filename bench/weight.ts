/**
 * Weighs the script that a viewer's page loads, in kB as it comes over the line, in the heaviest language: before the room can be used, and
 * with somebody's picture on the stage. Prints JSON. `node bench/weight.ts`
 */
import { openBrowser } from '../e2e/support/browser.ts'
import { seesMoving } from '../e2e/support/media-checks.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { heaviestMore, kB, scriptOf } from '../e2e/page/script-weight.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded } from './spread.ts'

const server = await startTestServer()
const browser = await openBrowser()
const hana = await Visitor.come(browser, server.url, 'Hana Weber')
const links = await hana.entersOwnRoom('Light', 'Webinar')
await hana.joinsStage()
const mei = await Visitor.come(browser, server.url, 'Mei Tanaka')
// What is fetched once the room has come to rest is counted by nobody who waits.
await mei.page.addInitScript(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }))
await mei.opensLink(links.viewer)
const before = await scriptOf(mei.page)
await mei.joinsAsViewer()
await seesMoving(mei.page, 'Hana Weber')
await mei.group('On stage').waitFor()
const all = await scriptOf(mei.page)
await browser.close()
await server.close()

print(
  reportOf('weight', [
    rowOf(
      'a viewer, before the room can be used, in the heaviest language',
      'kB',
      { value: rounded(kB(before, { withEngine: false }) + heaviestMore(before), 1) },
      { floor: 140, goal: 140 },
    ),
    rowOf(
      '… with chat, list and media engine',
      'kB',
      { value: rounded(kB(all, { withEngine: true }) + heaviestMore(all), 1) },
      { floor: 280, goal: 280 },
    ),
  ]),
)
