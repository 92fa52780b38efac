/**
 * Times content on the stage with real Chromium, beside a crowd of sockets in the same session: from the press that turns a page until it is
 * painted in another browser, how soon a PDF of text and photographs is there after its upload, what a viewer fetches for a page, and how far
 * apart two browsers play a film of which one is throttled, how long a stroke takes to another screen while twenty
 * draw, and what is lost of sound and pictures while a file is made ready. Prints JSON.
 * `node bench/content.ts [sockets] [turns] [seconds of film]`, 1000, 60 and 120 by default.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { brings } from '../e2e/support/content-files.ts'
import { watchesConnections } from '../e2e/support/peer-connections.ts'
import { extrasInside } from '../e2e/support/socket-participants.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { findPrograms } from '../src/server/convert/programs.ts'
import { lostWhile } from './content/lost-sound.ts'
import { drawTogether, notesStrokes } from './content/strokes.ts'
import { textAndPhotographs } from './content/text-and-photographs.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded, spread } from './spread.ts'

const [sockets = 1_000, turns = 60, seconds = 120] = process.argv.slice(2).map(Number)
const PAGES = 100
const THROTTLED = 4
const DRAW = 20
const DRAW_SECONDS = 10
const QUIET_MS = 20_000

const server = await startTestServer({ ROSTRUM_UPLOAD_MB: '200' })
const browser = await openBrowser('none')
const hana = await Visitor.come(browser, server.url, 'Hana Weber')
const links = await hana.hostsRoom('Bench', 'Webinar')
const noor = await Visitor.come(browser, server.url, 'Noor Rahimi')
await notesStrokes(noor.page)
await watchesConnections(noor.page)
await noor.comesToWatch(links.viewer)
const crowd = await extrasInside(
  links.viewer,
  Array.from({ length: sockets }, (_, n) => `Somebody ${n}`),
)
for (const one of crowd) one.forgets()
const early = await contentScripts(noor.page)

const pdf = Buffer.from(await textAndPhotographs(PAGES))
const began = performance.now()
const row = await brings(hana, { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: pdf })
const first = performance.now() - began
await hana.page.getByText(`${PAGES} pages`, { exact: true }).waitFor({ timeout: 300_000 })
const all = performance.now() - began
await row.click()
await noor.page.getByRole('group', { name: /^Page 1 of/ }).waitFor()
const turned = await turnsPages()
const bytes = await bytesOfPages(noor.page)
const parted = await playsFilm()
const strokes = await draws()
const lost = await hearsWhileMade()
for (const one of crowd) await one.goes('cut')
await browser.close()
await server.close()
print(
  reportOf('content', [
    rowOf(`a page turned → painted at another, ${sockets} sockets beside it`, 'ms', spread(turned), { floor: 80 }),
    rowOf('the same, nearly always', 'ms', { p95: spread(turned).p95 }, { floor: 200 }),
    rowOf(`the first page of ${PAGES} after the upload began`, 's', { value: rounded(first / 1_000, 2) }, { floor: 3 }),
    rowOf(`all ${PAGES} pages`, 's', { value: rounded(all / 1_000, 1) }, { floor: 60 }),
    rowOf('what a viewer fetches for a page', 'kB', { max: rounded(Math.max(...bytes) / 1_000) }, { floor: 300 }),
    rowOf(`two browsers' film apart, one throttled ${THROTTLED} ×`, 'ms', spread(parted), {
      judged: 'p95',
      floor: 150,
    }),
    rowOf(`a stroke → painted at another, ${DRAW} draw at once`, 'ms', spread(strokes), { judged: 'p95', floor: 150 }),
    rowOf('sound lost while nothing is made ready', '‰', { value: rounded(lost.quiet.sound, 1) }),
    rowOf(`the same while ${PAGES} pages are`, '‰', { value: rounded(lost.busy.sound, 1) }),
    rowOf('pictures stand still while nothing is made ready', 'ms a minute', { value: rounded(lost.quiet.frozen) }),
    rowOf(`the same while ${PAGES} pages are`, 'ms a minute', { value: rounded(lost.busy.frozen) }),
    rowOf('scripts of content before any is presented', 'files', { value: early }, { floor: 0 }),
  ]),
)
process.exit(0)

/** How many scripts of content a page has loaded. */
async function contentScripts(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/(content|media|whiteboard)-[^/]*\.js$/.test(name)).length,
  )
}

/** What each page cost that was fetched, in bytes: its picture and its text. */
async function bytesOfPages(page: Page): Promise<number[]> {
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/pages\/\d+\/(\d+|text)$/.test(name))
      .map((entry) => [/\/pages\/(\d+)\//.exec(entry.name)?.[1] ?? '', Number(Reflect.get(entry, 'encodedBodySize'))]),
  )
  const pages = new Map<string, number>()
  for (const [number, size] of sizes as [string, number][]) pages.set(number, (pages.get(number) ?? 0) + size)
  return [...pages.values()]
}

/** From each press until the page is painted at the other, in ms; both browsers have one clock. */
async function turnsPages(): Promise<number[]> {
  const took: number[] = []
  const sheet = hana.page.getByRole('group', { name: /^Page \d+ of/ })
  await hana.page.evaluate(() => {
    addEventListener('keydown', () => Object.assign(window, { pressedAt: Date.now() }), { capture: true })
  })
  for (let n = 2; n <= turns + 1; n += 1) {
    const seen = noor.page.evaluate(
      async (page) =>
        await new Promise<number>((painted) => {
          const look = () =>
            document.querySelector(`[data-page="${page}"]`)
              ? // The picture after the one in which it was put there has it.
                requestAnimationFrame(() => painted(Date.now()))
              : requestAnimationFrame(look)
          look()
        }),
      n,
    )
    await sheet.press('ArrowRight')
    const at = await seen
    took.push(at - Number(await hana.page.evaluate(() => Reflect.get(window, 'pressedAt'))))
    // As a speaker does who goes through slides fast.
    await hana.page.waitForTimeout(400)
  }
  return took
}

/** How far apart the two play a film, four times a second, in ms. */
async function playsFilm(): Promise<number[]> {
  await hana.presses('Stop presenting')
  await (await brings(hana, { name: 'Walk.mp4', mimeType: 'video/mp4', buffer: film() })).click()
  const client = await noor.context.newCDPSession(noor.page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED })
  const begun = async ({ page }: Visitor) =>
    await page.evaluate(() => {
      const video = document.querySelector<HTMLVideoElement>('[data-tile^="content"] video')
      return video && !video.paused && video.readyState > 2 ? Date.now() - video.currentTime * 1_000 : null
    })
  const apart: number[] = []
  const until = performance.now() + seconds * 1_000
  await hana.page.waitForTimeout(3_000)
  while (performance.now() < until) {
    const [one, other] = await Promise.all([begun(hana), begun(noor)])
    if (one !== null && other !== null) apart.push(Math.abs(one - other))
    await hana.page.waitForTimeout(250)
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return apart
}

/** How long strokes take to the screen of somebody who looks on, in ms. */
async function draws(): Promise<number[]> {
  await hana.presses('Stop presenting')
  await hana.pressesTool('More')
  await hana.page.getByRole('menuitem', { name: 'Whiteboard', exact: true }).click()
  await noor.page.locator('.excalidraw canvas').first().waitFor()
  return await drawTogether(links.moderator, noor.page, DRAW, DRAW_SECONDS)
}

/** What of somebody on stage is lost on the way to another browser, while nothing and while a file is made ready. */
async function hearsWhileMade() {
  await hana.presses('Stop presenting')
  const studio = await openBrowser('fake')
  const kwame = await Visitor.come(studio, server.url, 'Kwame Mensah')
  await kwame.opensLink(links.speaker)
  await kwame.joinsStage()
  await kwame.page.waitForTimeout(5_000)
  const quiet = await lostWhile(noor.page, async () => await noor.page.waitForTimeout(QUIET_MS))
  const other = Buffer.from(await textAndPhotographs(PAGES))
  const busy = await lostWhile(noor.page, async () => {
    await brings(hana, { name: 'Other.pdf', mimeType: 'application/pdf', buffer: other })
    const ready = hana.page.getByRole('listitem').filter({ hasText: 'Other.pdf' }).getByText(`${PAGES} pages`)
    await ready.waitFor({ timeout: 300_000 })
  })
  await studio.close()
  return { quiet, busy }
}

function film(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-film-'))
  const to = join(folder, 'walk.mp4')
  const length = seconds + 20
  const sources = [`testsrc2=size=640x360:rate=24:duration=${length}`, `sine=duration=${length}`]
  execFileSync(
    findPrograms().ffmpeg ?? 'ffmpeg',
    [
      ...sources.flatMap((each) => ['-f', 'lavfi', '-i', each]),
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'aac',
      to,
    ],
    { stdio: 'ignore' },
  )
  const made = readFileSync(to)
  rmSync(folder, { recursive: true })
  return made
}
