/**
 * Times the chat of a room with 10,000 messages in one real browser of its host: from the press on its tab to the newest
 * message painted, from scrolling up to older messages painted, and the longest task of the main thread while 24 people write
 * 120 messages at once. The messages come by the log, as after a restart. Prints JSON, in ms.
 * `node bench/long-chat.ts [messages] [n]`, 10,000 and 20 by default.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { extrasOnStage } from '../e2e/support/socket-participants.ts'
import { fillChat } from '../e2e/chat/fill-chat.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import { openSqlite } from '../src/server/store/store.sqlite.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const messages = Number(process.argv[2] ?? 10_000)
const times = Number(process.argv[3] ?? 20)
const WRITERS = 24
/** As many as one person may write in ten seconds. [CHAT-8] */
const EACH = 5
const folder = await mkdtemp(join(tmpdir(), 'rostrum-long-chat-'))
const browser = await openBrowser('none')

const server = await startTestServer({ ROSTRUM_DATA: folder })
const hana = await Visitor.come(browser, server.url, 'Hana Weber', { viewport: { width: 1440, height: 900 } })
const links = await hana.hostsRoom('Bench', 'Interactive')
const { pathname } = new URL(hana.page.url())
await hana.page.goto('about:blank')
await server.restart('SIGTERM', async () => {
  const store = openSqlite(folder)
  await fillChat(store, (await store.room(pathname.split('/')[2] ?? ''))?.session ?? '', messages)
  await store.close()
})
await hana.page.goto(server.url + pathname)
await hana.stage().waitFor()

const participants = hana.page.getByRole('tab', { name: /^Participants/ })
const log = hana.panel().getByRole('log', { name: 'Messages' })
const open: number[] = []
for (let n = 0; n <= times; n++) {
  await participants.click()
  await log.waitFor({ state: 'detached' })
  open.push(await timed(hana.page, { newest: messages }))
}
const back: number[] = []
for (let n = 0; n < times; n++) back.push(await timed(hana.page, { newest: null }))

await hana.presses('To the newest messages')
const writers = await extrasOnStage(
  Object.fromEntries(
    Object.entries(links).map(([role, link]) => [role, server.url + new URL(link).pathname]),
  ) as typeof links,
  Array.from({ length: WRITERS }, (_, n) => `Writer ${n}`),
)
await hana.page.evaluate(() => {
  const seen = { longest: 0 }
  Reflect.set(window, 'seen', seen)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, Math.round(duration))
  }).observe({ entryTypes: ['longtask'] })
})
const write = { type: 'write', to: null, reply: null, key: null } as const
const each = Array.from({ length: EACH }, (_, n) => n)
await Promise.all(
  writers.flatMap((writer) => each.map(async (n) => await writer.does({ ...write, text: `In a burst, ${n}` }))),
)
await log.getByText('In a burst').last().waitFor()
await hana.page.waitForTimeout(1_000)
const burst = await hana.page.evaluate(() => Reflect.get(window, 'seen') as { longest: number })

await browser.close()
await server.close()
await rm(folder, { recursive: true, force: true })
print(
  reportOf('long-chat', [
    // Told apart: its code came then.
    rowOf(`the chat of ${messages.toLocaleString('en')} messages opens, first time`, 'ms', {
      value: Math.round(open[0] ?? NaN),
    }),
    rowOf('… again', 'ms', spread(open.slice(1))),
    rowOf('older ones are read', 'ms', spread(back)),
    rowOf(`${WRITERS * EACH} written at once: longest task, 0 where none is over 50`, 'ms', { value: burst.longest }),
  ]),
)

/** To the frame after the one with the newest message, from the press on the tab; or with older ones, from the scroll to the top. */
async function timed(page: Page, { newest }: { newest: number | null }): Promise<number> {
  return await page.evaluate(async (wanted) => {
    const rows = () => document.querySelectorAll('[role=log] li')
    const isThere = (text: string) => [...rows()].at(-1)?.textContent.includes(text) === true
    const first = rows()[0]?.textContent ?? ''
    const started = performance.now()
    if (wanted === null) document.querySelector('[role=log]')?.parentElement?.scrollTo({ top: 0 })
    else
      [...document.querySelectorAll<HTMLElement>('[role=tab]')]
        .find((tab) => tab.textContent.startsWith('Chat'))
        ?.click()
    const frame = async () => await new Promise((next) => requestAnimationFrame(next))
    do await frame()
    while (wanted === null ? (rows()[0]?.textContent ?? first) === first : !isThere(`Message ${wanted}:`))
    await frame()
    return performance.now() - started
  }, newest)
}
