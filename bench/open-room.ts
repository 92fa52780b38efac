/**
 * How long a session of a million events takes to be opened, from its snapshot and the longest tail that there can be, and how long the
 * loop stands still while another session is appended to and what was written ahead goes into the file. Prints JSON: times in ms.
 *
 *   node bench/open-room.ts [events]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Event } from '../src/protocol/events.ts'
import { NOTHING_RETAINED } from '../src/protocol/views.ts'
import { loadSession } from '../src/server/store/snapshots.ts'
import { openStore } from '../src/server/store/store.threads.ts'
import { openSqlite } from '../src/server/store/store.sqlite.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded, spread } from './spread.ts'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const PEOPLE = 1_000
// What a session writes between two snapshots: see session-actor.ts.
const TAIL = 3_999
const BATCH = 5_000
const OPENINGS = 20
const APPENDS = 2_000

const folder = mkdtempSync(join(tmpdir(), 'rostrum-open-room-'))
const session = 'long'.padEnd(22, '_')
const idOf = (n: number) => `person-${n}`.padEnd(22, '_')

function eventOf(n: number): Event {
  const person = idOf(n % PEOPLE)
  const name = `Person ${n % PEOPLE}`
  if (n < PEOPLE) return { type: 'joined', at: n, person, name, role: 'participant', kept: NOTHING_RETAINED, page: '' }
  const text = `Message ${n}: will the library stay open in the evening?`
  const how = { role: 'participant', chatModerator: false, to: null, toName: '', quote: null, key: null } as const
  return { type: 'messageWritten', at: n, person, name, n: n - PEOPLE + 1, text, ...how }
}

async function fill(from: number, to: number): Promise<void> {
  const store = openSqlite(folder)
  for (let seq = from; seq < to; seq += BATCH)
    await store.append(
      session,
      seq,
      Array.from({ length: Math.min(BATCH, to - seq) }, (_, n) => eventOf(seq + n)),
    )
  if (to < EVENTS) await store.renewSnapshot(session)
  await store.close()
}

await fill(0, EVENTS - TAIL)
await fill(EVENTS - TAIL, EVENTS)

const opened: number[] = []
const store = await openStore(folder, pino({ level: 'silent' }))
for (let n = 0; n < OPENINGS; n++) {
  const began = performance.now()
  const { next } = await loadSession(store, session)
  opened.push(performance.now() - began)
  if (next !== EVENTS) throw new Error(`There are ${next} events.`)
}

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const appended: number[] = []
for (let n = 0; n < APPENDS; n++) {
  const began = performance.now()
  await store.append('other'.padEnd(22, '_'), n, [eventOf(n)])
  appended.push(performance.now() - began)
}
delay.disable()
await store.close()

const file = statSync(join(folder, 'rostrum.db')).size
rmSync(folder, { recursive: true, force: true })
const stall = { p99: rounded(delay.percentile(99) / 1e6, 1), max: rounded(delay.max / 1e6, 1) }
const events = EVENTS.toLocaleString('en')
print(
  reportOf('open-room', [
    rowOf(`a session of ${events} events is opened`, 'ms', spread(opened), { judged: 'p95', floor: 300 }),
    rowOf('beside it an event is appended to another', 'ms', spread(appended, 1), { judged: 'p95' }),
    rowOf('… and for so long the loop stands still', 'ms', stall),
    rowOf('the file', 'MB', { value: rounded(file / 1e6) }),
  ]),
)
