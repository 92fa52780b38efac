/**
 * Times a stage of 25 tiles without pictures in one real browser that watches: the longest task of the main thread from the
 * press on *Join as viewer* on, and the frames of the interface while people come and go, which moves every tile.
 * Prints JSON, in ms. `node bench/stage.ts [n]`, 5 joins by default.
 */
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { extrasOnStage } from '../e2e/support/socket-participants.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded, spread } from './spread.ts'

const times = Number(process.argv[2] ?? 5)
const tiles = 25
const ON_STAGE = { type: 'goOnStage', microphone: false, camera: false } as const
// What the W3C calls a long task begins here; shorter ones are not reported.
const LONG = 50
const WATCH = 5_000

const server = await startTestServer()
const browser = await openBrowser('none')
const come = async (name: string) =>
  await Visitor.come(browser, server.url, name, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'no-preference',
  })

const hana = await come('Hana Weber')
const links = await hana.hostsRoom('Bench', 'Interactive')
await hana.page.goto('about:blank')
const names = Array.from({ length: tiles }, (_, n) => `Person ${n}`)
const extras = await extrasOnStage(links, names)

const longest: number[] = []
const frames: number[] = []
for (let n = 0; n < times; n++) {
  const mei = await come(`Mei ${n}`)
  await mei.page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  await mei.opensLink(links.viewer)
  await mei.page.waitForLoadState('networkidle')
  await mei.page.evaluate(() => void (Reflect.get(window, 'tasks') as number[]).splice(0))
  await mei.joinsAsViewer()
  await mei
    .stage()
    .locator('[data-tile]')
    .nth(tiles - 1)
    .waitFor()
  await mei.page.waitForTimeout(1_000)
  longest.push(Math.max(0, ...(await mei.page.evaluate(() => Reflect.get(window, 'tasks') as number[]))))
  const [measured] = await Promise.all([framesOf(mei.page, WATCH), comeAndGo()])
  frames.push(...measured)
  await mei.context.close()
}
await browser.close()
await server.close()

print(
  reportOf('stage', [
    rowOf(
      `${tiles} people on stage: longest task of a joining page, 0 where none is over ${LONG}`,
      'ms',
      spread(longest),
    ),
    rowOf(
      '… frames a second of the page while all tiles move',
      '/s',
      { value: rounded((1_000 * frames.length) / sum(frames), 1) },
      { better: 'more' },
    ),
    rowOf('… from frame to frame', 'ms', spread(frames, 1), { judged: 'p95' }),
  ]),
)

/** The times from frame to frame. */
async function framesOf(page: Page, during: number): Promise<number[]> {
  return await page.evaluate(async (time) => {
    const gaps: number[] = []
    const end = performance.now() + time
    let last = await new Promise<number>((next) => requestAnimationFrame(next))
    while (performance.now() < end) {
      const now = await new Promise<number>((next) => requestAnimationFrame(next))
      gaps.push(now - last)
      last = now
    }
    return gaps
  }, during)
}

/** Every second somebody goes or comes: all tiles find another place. */
async function comeAndGo(): Promise<void> {
  const [one] = extras
  for (let n = 0; n < 4; n++) {
    await new Promise((next) => setTimeout(next, 1_000))
    await one?.does(n % 2 === 0 ? { type: 'leaveStage' } : ON_STAGE)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
