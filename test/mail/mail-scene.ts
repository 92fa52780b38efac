import type { KyselyPlugin } from 'kysely'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { openDatabase, type Database } from '../../src/server/database/database.ts'
import { MailQueue } from '../../src/server/mail/mail-queue.ts'
import { createLog } from '../../src/server/log.ts'
import type { NewMail } from '../../src/server/mail/mail-rows.ts'
import type { Mailer } from '../../src/server/mail/mailer.ts'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import { newFolder } from '../server/app-server.ts'
import { handClock, type HandClock } from '../server/manual-clock.ts'
import { fakeMailer, type FakeMailer } from './mailer.fake.ts'
import { mailTo } from './mailer.contract.ts'

/** A queue of mails on a database and with a clock of its own, and what it has logged. */
export type MailScene = {
  database: Database
  clock: HandClock
  mailer: FakeMailer
  queue: MailQueue
  logged: string[]
  /** The addresses that want no mails. */
  unwanted: Set<string>
}

/** Opens one that has begun; it is closed with the test. `plugin` sees what the database is asked, and answers. */
export async function openMails(plugin?: KyselyPlugin): Promise<MailScene> {
  const folder = newFolder()
  const store = openSqlite(folder)
  const logged: string[] = []
  const log = createLog('trace', { write: (line: string) => void logged.push(line) })
  const opened = openDatabase(folder, log)
  const database = plugin ? opened.withPlugin(plugin) : opened
  const clock = handClock()
  const mailer = fakeMailer()
  const unwanted = new Set<string>()
  const queue = new MailQueue({ database, mailer, clock, log, isUnwanted: async ({ to }) => unwanted.has(to.address) })
  onTestFinished(async () => {
    const closed = queue.close()
    clock.turn(CLOSING)
    await closed
    await opened.destroy()
    await store.close()
  })
  queue.start()
  await queue.settled()
  return { database, clock, mailer, queue, logged, unwanted }
}

// Longer than a queue waits for what it is handing over.
const CLOSING = 60_000

/** The queue of the next server on the same data, when the one before went away without a word. */
export function startAgain({ database, clock }: MailScene, mailer: Mailer): MailQueue {
  const queue = new MailQueue({
    database,
    mailer,
    clock,
    log: pino({ level: 'silent' }),
    isUnwanted: async () => false,
  })
  queue.start()
  onTestFinished(async () => await queue.close())
  return queue
}

/** A mail to be queued: an invitation for Noor. */
export const newMail = (key: string, given: Partial<NewMail> = {}): NewMail => ({
  ...mailTo({ key }),
  kind: 'invitation',
  until: null,
  ...given,
})
