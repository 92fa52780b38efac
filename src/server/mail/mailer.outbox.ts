import { isOneAddress, type Mailer } from './mailer.ts'

/** Where no mail server is set: nothing leaves, and every mail stays in the outbox, where the administrator reads it. [MAIL-2] */
export function outboxMailer(): Mailer {
  let isClosed = false
  return {
    async send({ to }) {
      if (!isOneAddress(to.address)) return { kind: 'bounced', says: null }
      return isClosed ? { kind: 'later', says: 'The outbox is closed.', isAway: true } : { kind: 'kept' }
    },
    async close() {
      isClosed = true
    },
  }
}
