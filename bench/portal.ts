/**
 * Times *My sessions* with 10,000 rooms of one account, over HTTP: each list, and a search in it. Prints JSON.
 * `node bench/portal.ts [rooms] [times]`.
 */
import { rm } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startTestServer } from '../e2e/support/test-server.ts'
import { searchKey } from '../src/rules/audience/search-key.ts'
import { newId } from '../src/server/secrets.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const many = Number(process.argv[2] ?? 10_000)
const times = Number(process.argv[3] ?? 200)
// What is asked for, within what time. [MINE-2]
const GOAL = 100
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
await server.close()
await rm(folder, { recursive: true, force: true })
print(reportOf('portal', rows))

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
