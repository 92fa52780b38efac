import type { AppNeeds } from '../app-context.ts'
import { isUnwanted } from '../portal/unwanted-mails.ts'
import { MailQueue } from './mail-queue.ts'
import { outboxMailer } from './mailer.outbox.ts'
import { smtpMailer } from './mailer.smtp.ts'

/** The mails of this server, on their way to the mail server that is set, or into the outbox. Nothing is sent before `start`. */
export function openMail({ config, database, secrets, clock, log }: AppNeeds): MailQueue {
  const mailer = config.mail.kind === 'smtp' ? smtpMailer(config.mail) : outboxMailer()
  return new MailQueue({
    database,
    mailer,
    clock,
    log,
    isUnwanted: async (mail) => await isUnwanted({ database, secrets }, mail),
  })
}
