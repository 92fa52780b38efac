/**
 * A Rostrum that shares its data folder with others, to be stopped and woken: it claims no folder, and owns rooms by leases.
 * `node room-owner.ts FOLDER LEASE_MS runs|stands [DIST]` says on its output where it listens, each renewal, and what came of each append;
 * its monotonic clock `runs` while the process is stopped, or `stands` still, as that of a paused virtual machine does.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock, type Clock } from '../../src/server/clock.ts'
import { readConfig } from '../../src/server/config.ts'
import { SetUp } from '../../src/server/accounts/set-up.ts'
import { openDatabase } from '../../src/server/database/database.ts'
import { openFolder } from '../../src/server/files/files.folder.ts'
import { buildApp } from '../../src/server/http/app.ts'
import { leasedOwnership } from '../../src/server/rooms/ownership.ts'
import { readSecrets } from '../../src/server/secrets.ts'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { fakeMedia } from '../media/media.fake.ts'

const [folder = '', lasts = '', mode = '', built = ''] = process.argv.slice(2)
const clock = mode === 'stands' ? standingClock() : systemClock
const log = pino({ level: 'silent' })
const store = talkative(openSqlite(folder))
const database = openDatabase(folder, log)
const dist = built || emptyPage()

const app = await buildApp({
  config: readConfig({ ROSTRUM_DATA: folder, ROSTRUM_LOG: 'silent' }),
  secrets: await readSecrets(folder),
  store,
  database,
  files: await openFolder(folder),
  setUp: new SetUp(database),
  ownership: leasedOwnership({ store, clock, log, lasts: Number(lasts) }),
  media: fakeMedia(),
  clock,
  log,
  dist,
  lastAlive: clock.now(),
})
say(`ready ${await app.listen({ host: '127.0.0.1', port: 0 })}`)

function emptyPage(): string {
  const made = mkdtempSync(join(tmpdir(), 'rostrum-owner-'))
  for (const html of ['index.html', 'portal.html']) writeFileSync(join(made, html), '<title>Rostrum</title>')
  mkdirSync(join(made, 'assets/portal'), { recursive: true })
  return made
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function talkative(inner: Store): Store {
  return {
    ...inner,
    async append(...args) {
      const stored = await inner.append(...args)
      say(`append ${stored}`)
      return stored
    },
    async renewOwner(fence) {
      const renewed = await inner.renewOwner(fence)
      say(`renewed ${renewed}`)
      return renewed
    },
  }
}

/** A clock whose hands do not move while the process is stopped, and that says nothing of it afterwards. */
function standingClock(): Clock {
  const [every, most] = [5, 20]
  const waiting = new Set<{ at: number; run: () => void }>()
  let at = 0
  let looked = performance.now()
  setInterval(() => {
    at += Math.min(performance.now() - looked, most)
    looked = performance.now()
    for (const alarm of waiting)
      if (alarm.at <= at) {
        waiting.delete(alarm)
        alarm.run()
      }
  }, every)
  return {
    now: Date.now,
    monotonic: () => at,
    after(wait, run) {
      const alarm = { at: at + wait, run }
      waiting.add(alarm)
      return () => waiting.delete(alarm)
    },
  }
}
