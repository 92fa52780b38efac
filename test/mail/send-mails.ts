// A process that queues a hundred mails and sends them to a mail server on that port, to be killed in the middle of it.
import { pino } from 'pino'
import { systemClock } from '../../src/server/clock.ts'
import { openDatabase } from '../../src/server/database/database.ts'
import { MailQueue } from '../../src/server/mail/mail-queue.ts'
import { smtpMailer } from '../../src/server/mail/mailer.smtp.ts'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import { configOf } from './mail-server.ts'
import { mailTo } from './mailer.contract.ts'

const [, , folder = '', port = ''] = process.argv
const log = pino({ level: 'silent' })
openSqlite(folder)
const mailer = smtpMailer(configOf(Number(port)))
const queue = new MailQueue({
  database: openDatabase(folder, log),
  mailer,
  clock: systemClock,
  log,
  isUnwanted: async () => false,
})
queue.start()
await queue.enqueue(
  Array.from({ length: 100 }, (_, n) => ({
    ...mailTo({ key: `${n}`, to: { address: `guest-${n}@example.org`, name: '' } }),
    kind: 'invitation' as const,
    until: null,
  })),
)
await queue.settled()
