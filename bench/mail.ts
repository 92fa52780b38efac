/**
 * Times how long invitations take to be written into the queue, in one call with their words, and how many a second then arrive at a mail
 * server on this machine, over the connections that are kept open. Prints JSON. `node bench/mail.ts [n]`, n = 1,000 by default.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../src/server/clock.ts'
import { openDatabase } from '../src/server/database/database.ts'
import { MailQueue } from '../src/server/mail/mail-queue.ts'
import { smtpMailer } from '../src/server/mail/mailer.smtp.ts'
import { renderMail } from '../src/server/mail/templates/render-mail.ts'
import { openStore } from '../src/server/store/store.threads.ts'
import { MailServer } from '../test/mail/mail-server.ts'
import { print, reportOf, rowOf } from './report.ts'
import { rounded } from './spread.ts'

const MAILS = Number(process.argv[2] ?? 1_000)
const START = Date.UTC(2026, 11, 3, 18)

const folder = mkdtempSync(join(tmpdir(), 'rostrum-mail-'))
const log = pino({ level: 'error' }, pino.destination(2))
const store = await openStore(folder, log)
const database = openDatabase(folder, log)
const server = await MailServer.open()
const queue = new MailQueue({
  database,
  mailer: smtpMailer(server.config),
  clock: systemClock,
  log,
  isUnwanted: async () => false,
})
queue.start()

const began = performance.now()
await queue.enqueue(
  Array.from({ length: MAILS }, (_, n) => ({
    ...renderMail({
      kind: 'invitation',
      language: 'en',
      by: 'Hana Weber',
      role: 'viewer',
      room: { name: 'Harbour library', description: 'Will the library stay open in the evening?', picture: null },
      when: { start: START, end: START + 3_600_000, zone: 'Europe/Berlin' },
      link: `https://rooms.example/i/${n}`,
      unsubscribe: `https://rooms.example/stop/${n}`,
    }),
    key: `invitation:${n}`,
    to: { address: `guest-${n}@example.org`, name: `Guest ${n}` },
    calendar: { method: 'REQUEST' as const, file: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'.repeat(20) },
    until: null,
  })),
)
const queued = performance.now()
await queue.settled()
const sent = performance.now()
const isComplete = new Set(server.arrived.map(({ recipients }) => recipients.join())).size === MAILS

await queue.close()
await server.close()
await database.destroy()
await store.close()
rmSync(folder, { recursive: true, force: true })
if (!isComplete || server.arrived.length !== MAILS) throw new Error('not each of them arrived once')

const many = MAILS.toLocaleString('en')
print(
  reportOf('mail', [
    rowOf(`${many} invitations are queued`, 's', { value: rounded((queued - began) / 1_000, 2) }, { goal: 2 }),
    rowOf(
      'mails that arrive',
      '/s',
      { value: rounded((MAILS * 1_000) / (sent - queued)) },
      { better: 'more', goal: 50 },
    ),
  ]),
)
