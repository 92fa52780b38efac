/**
 * Times the first visit over a slow line (400 kbit/s both ways, 300 ms there and back), with nothing in the browser's cache:
 * - entry: from the address of an invite link to the field for one's name;
 * - prejoin: from the press of *Continue* to *Join as viewer*.
 * And what came over the line until then, in kB. Prints JSON. `node bench/first-load.ts [n]`, n = 5 by default.
 */
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const times = Number(process.argv[2] ?? 5)
const BYTES_PER_SECOND = 400_000 / 8

const server = await startTestServer()
const browser = await openBrowser()
const hana = await Visitor.come(browser, server.url, 'Hana Weber')
const links = await hana.createsRoom('Bench', 'Webinar')
await hana.presses('Join now')
await hana.joinsStage()

const entry: number[] = []
const prejoin: number[] = []
const loaded: number[] = []
for (let n = 0; n < times; n++) {
  const { page, context } = await Visitor.come(browser, server.url, 'Mei Tanaka')
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  })
  const begun = performance.now()
  await page.goto(links.viewer, { waitUntil: 'commit' })
  const field = page.getByRole('textbox', { name: 'Your name' })
  await field.waitFor()
  entry.push(performance.now() - begun)
  await field.fill('Mei Tanaka')
  const pressed = performance.now()
  await field.press('Enter')
  await page.getByRole('button', { name: 'Join as viewer', exact: true }).waitFor()
  prejoin.push(performance.now() - pressed)
  const sizes = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((file) => Number(Reflect.get(file, 'encodedBodySize'))),
  )
  loaded.push(sizes.reduce((sum, size) => sum + size, 0) / 1_000)
  await context.close()
}
await browser.close()
await server.close()
print(
  reportOf('first-load', [
    rowOf('the address of an invite link → the field for one’s name', 'ms', spread(entry)),
    rowOf('*Continue* → *Join as viewer*', 'ms', spread(prejoin)),
    rowOf('what came over the line until then', 'kB', spread(loaded)),
  ]),
)
