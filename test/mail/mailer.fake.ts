import type { Delivery, Mail, Mailer } from '../../src/server/mail/mailer.ts'

/** A mailer that keeps what it is given. `answer` says what becomes of a mail; nothing, for as long as it does not resolve. */
export type FakeMailer = Mailer & { handed: Mail[]; isClosed: boolean; answer: (mail: Mail) => Promise<Delivery> }

export function fakeMailer(): FakeMailer {
  return {
    handed: [],
    isClosed: false,
    answer: async () => ({ kind: 'sent' }),
    async send(mail) {
      this.handed.push(mail)
      return await this.answer(mail)
    },
    async close() {
      this.isClosed = true
    },
  }
}
