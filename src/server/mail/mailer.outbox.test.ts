import { mailerContract } from '../../../test/mail/mailer.contract.ts'
import { outboxMailer } from './mailer.outbox.ts'

mailerContract('outbox', async () => ({ mailer: outboxMailer(), taken: { kind: 'kept' } }))
