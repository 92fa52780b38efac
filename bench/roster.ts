/**
 * Times the list of participants of a room with 10,000 people in one real browser of its host: from the press on *Open panel*
 * to the first painted screen of names, from a jump in the list to the names there, and from a typed search to what it found.
 * The people come by the log, as after a restart, which keeps their places for two minutes. Prints JSON, in ms.
 * `node bench/roster.ts [people] [n]`, 10,000 and 40 by default.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Visitor } from '../e2e/support/visitor.ts'
import type { Event } from '../src/protocol/events.ts'
import { NOTHING_RETAINED } from '../src/protocol/views.ts'
import { openSqlite } from '../src/server/store/store.sqlite.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'
import { eventsOf } from '../test/rules/events-of.ts'

const people = Number(process.argv[2] ?? 10_000)
const times = Number(process.argv[3] ?? 40)
const folder = await mkdtemp(join(tmpdir(), 'rostrum-roster-'))
const browser = await openBrowser('none')

const server = await startTestServer({ ROSTRUM_DATA: folder })
const hana = await Visitor.come(browser, server.url, 'Hana Weber', { viewport: { width: 1440, height: 900 } })
await hana.hostsRoom('Bench', 'Webinar')
const path = new URL(hana.page.url()).pathname
await server.restart('SIGTERM', async () => await fill(path.split('/')[2] ?? ''))
await hana.page.goto(server.url + path)
await hana.stage().or(hana.button('Join as viewer')).waitFor()
if (await hana.button('Join as viewer').isVisible()) await hana.joinsAsViewer()
hana.context.setDefaultTimeout(60_000)
await hana.group('Viewers').waitFor()
await hana.group('Viewers').getByRole('button', { name: 'See more', exact: true }).click()

const open: number[] = []
for (let n = 0; n <= times; n++) {
  await hana.presses('Close panel')
  open.push(await timed(hana.page, { press: 'Open panel' }))
}
await hana.group('Viewers').getByRole('button', { name: 'See more', exact: true }).click()
const jump: number[] = []
for (let n = 0; n < times; n++) {
  await rested()
  jump.push(await timed(hana.page, { jump: (n + 0.5) / times }))
}
const search: number[] = []
for (let n = 0; n < times; n++) {
  await rested()
  search.push(await timed(hana.page, { typed: `person ${n + 20}` }))
}

await browser.close()
await server.close()
await rm(folder, { recursive: true, force: true })
print(
  reportOf('roster', [
    // The first opening after a load is told apart: its code came then.
    rowOf(`the participants of ${people.toLocaleString('en')} open, first time`, 'ms', {
      value: Math.round(open[0] ?? NaN),
    }),
    rowOf('… again', 'ms', spread(open.slice(1))),
    rowOf('are jumped through', 'ms', spread(jump)),
    rowOf('are searched', 'ms', spread(search)),
  ]),
)

/** One look at a time is asked of the server, and a person looks before the next. */
async function rested(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250))
}

/** Puts the people into the room's log: a full stage, every hundredth with a hand up, all others watching. */
async function fill(room: string): Promise<void> {
  const store = openSqlite(folder)
  const session = (await store.room(room))?.session
  if (!session) throw new Error('the room has no session')
  const at = Date.now()
  const events = Array.from({ length: people }, (_, n): Event[] => {
    const person = `person-${n}`.padEnd(22, '_')
    const role = n < 10 ? 'speaker' : 'participant'
    const joined: Event = { type: 'joined', at, person, name: `Person ${n}`, role, kept: NOTHING_RETAINED, page: '' }
    const up: Event = { type: 'cameOnStage', at, person, microphone: false, camera: false, by: null }
    const hand: Event = { type: 'handRaised', at, person, purpose: 'speak', order: n, first: false }
    return [joined, ...(n < 10 ? [up] : []), ...(n % 100 === 50 ? [hand] : [])]
  })
  const stored = await store.append(session, (await eventsOf(store, session)).length, events.flat())
  await store.close()
  if (stored !== 'stored') throw new Error(stored)
}

/** From an act in the page to the frame after the one in which every row in sight has its name. */
async function timed(page: Page, act: { press?: string; jump?: number; typed?: string }): Promise<number> {
  return await page.evaluate(async ({ press, jump: to, typed }) => {
    const find = (selector: string) => document.querySelector<HTMLElement>(selector)
    const isThere = () => {
      if (!find('[role=group][aria-label^=Viewers] li')) return false
      const names = [...document.querySelectorAll('[data-scrolls] li')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
      const fits = typed === undefined || names.every((row) => row.textContent.toLowerCase().includes(typed))
      return names.length > 0 && fits && names.every((row) => row.textContent !== '')
    }
    const started = performance.now()
    if (press !== undefined) find(`[aria-label="${press}"]`)?.click()
    const scroller = find('[data-scrolls]')
    if (to !== undefined && scroller) scroller.scrollTop = to * scroller.scrollHeight
    const input = find('input[type=search]')
    if (typed !== undefined && input instanceof HTMLInputElement) {
      input.select()
      document.execCommand('insertText', false, typed)
    }
    const frame = async () => await new Promise((next) => requestAnimationFrame(next))
    do await frame()
    while (!isThere())
    await frame()
    return performance.now() - started
  }, act)
}
