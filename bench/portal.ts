/**
 * Times *My sessions* with 10,000 rooms of one account, over HTTP: each list, and a search in it. Then the pages around the rooms, in a browser with
 * nothing in its cache: what script each loads, in the heaviest language, and how long it takes from the address until its heading and something to
 * press or to type into are there. Prints JSON. `node bench/portal.ts [rooms] [times]`.
 */
import { rm } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { heaviestMore, kB, scriptOf } from '../e2e/page/script-weight.ts'
import { openBrowser } from '../e2e/support/browser.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { searchKey } from '../src/rules/audience/search-key.ts'
import { newId } from '../src/server/secrets.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded, spread } from './spread.ts'

const many = Number(process.argv[2] ?? 10_000)
const times = Number(process.argv[3] ?? 200)
// What is asked for, within what time. [MINE-2]
const GOAL = 100
// How often each page is opened.
const PAGES = 8
const WORDS =
  'Bring a glass of water and a spoon. We will look at standing waves together, and at what the harbour says of them.'

const folder = mkdtempSync(join(tmpdir(), 'rostrum-portal-'))
const server = await startTestServer({ ROSTRUM_DATA: folder })
let cookie = ''
const ask = async (path: string, body?: object) => {
  const headers = { cookie, origin: server.url, ...(body && { 'content-type': 'application/json' }) }
  const answer = await fetch(server.url + path, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])[0] ?? cookie
  return answer
}
await ask('/api/rooms', { name: 'Harbour', host: 'Hana Weber', mode: 'interactive' })
fill()

const lists = {
  'what is to come': (n: number) => `view=upcoming${n % 2 === 0 ? '' : '&mine=host'}`,
  'what was': () => 'view=past',
  'a search of what was': (n: number) => `view=past&search=${encodeURIComponent(`spoon Lesson ${n}`)}`,
  'a search that finds nothing': (n: number) => `view=past&search=nowhere${n}`,
}
const rows = []
for (const [what, asked] of Object.entries(lists)) {
  const took: number[] = []
  for (let n = 0; n < times; n += 1) {
    const began = performance.now()
    const answer = await ask(`/api/my/rooms?${asked(n)}`)
    if (!answer.ok) throw new Error(await answer.text())
    await answer.json()
    took.push(performance.now() - began)
    // Ten a second are more than anybody asks for.
    await new Promise((next) => setTimeout(next, 100))
  }
  rows.push(rowOf(`${what}, of ${many.toLocaleString('en')} rooms`, 'ms', spread(took), { judged: 'p95', goal: GOAL }))
}
rows.push(...(await pages()))
await server.close()
await rm(folder, { recursive: true, force: true })
print(reportOf('portal', rows))

/** The pages that anybody may open, and those of the rooms' host. */
async function pages() {
  const browser = await openBrowser()
  const [name = '', value = ''] = cookie.split('=')
  const { room } = JSON.parse(await (await ask('/api/my/rooms?view=upcoming')).text()).rooms[0]
  const paths = ['/', '/sign-in', '/sessions', '/new', `/r/${room}`, `/r/${room}/edit`]
  const usable: number[] = []
  let heaviest = 0
  for (let n = 0; n < PAGES; n += 1) {
    for (const path of paths) {
      const context = await browser.newContext()
      await context.addCookies([{ name, value, url: server.url }])
      const page = await context.newPage()
      await page.addInitScript(noteUsable)
      await page.goto(server.url + path)
      const at = await page.waitForFunction(() => Number(Reflect.get(window, 'usableAt') ?? 0))
      usable.push(await at.jsonValue())
      await page.waitForLoadState('networkidle')
      const files = await scriptOf(page)
      heaviest = Math.max(heaviest, kB(files, { withEngine: true }) + heaviestMore(files))
      await context.close()
    }
  }
  await browser.close()
  return [
    rowOf('the heaviest page around the rooms', 'kB', { value: rounded(heaviest, 1) }, { floor: 60, goal: 60 }),
    rowOf('a page around the rooms, until it can be used', 'ms', spread(usable), { judged: 'p95', goal: 500 }),
  ]
}

/** In the page: notes when its heading and something to press or to type into are there, in ms since its address was opened. */
function noteUsable(): void {
  new MutationObserver((_records, observer) => {
    const [heading, use] = ['main h1', 'main :is(a, button, input):not(:disabled)'].map((what) =>
      document.querySelector(what),
    )
    if (!heading || !use) return
    observer.disconnect()
    requestAnimationFrame(() => Object.assign(window, { usableAt: performance.now() }))
  }).observe(document, { childList: true, subtree: true })
}

/** Gives the one browser so many rooms, half of which had a session; others have as many. */
function fill(): void {
  const db = new DatabaseSync(join(folder, 'rostrum.db'))
  const guest = String(db.prepare('SELECT guest FROM people').get()?.['guest'])
  const room = db.prepare('INSERT INTO rooms (id, name, mode, hostName, createdAt, session) VALUES (?, ?, ?, ?, ?, ?)')
  const person = db.prepare(
    "INSERT INTO people (id, room, name, role, key, lowered, seenAt, guest) VALUES (?, ?, 'Hana', ?, ?, 0, 1, ?)",
  )
  const details = db.prepare('INSERT INTO roomDetails (room, words, tags) VALUES (?, ?, ?)')
  const session = db.prepare('INSERT INTO sessions (id, room, endedAt) VALUES (?, ?, ?)')
  db.exec('BEGIN')
  for (let n = 0; n < 2 * many; n += 1) {
    const [id, last] = [newId(), newId()]
    const had = n % 4 < 2
    room.run(id, `Lesson ${n}`, 'interactive', 'Hana Weber', 1_700_000_000_000 + n, had ? last : null)
    person.run(newId(), id, n % 8 === 0 ? 'moderator' : 'host', newId(), n % 2 === 0 ? guest : newId())
    details.run(id, searchKey(`Lesson ${n} physics waves ${WORDS} ${WORDS} ${WORDS}`), '["physics","waves"]')
    if (had) session.run(last, id, 1_700_000_000_000 + n)
  }
  db.exec('COMMIT')
  db.close()
}
