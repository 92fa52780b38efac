import { expect, onTestFinished, test } from 'vitest'
import type { Delivery, Mail, Mailer } from '../../src/server/mail/mailer.ts'

/** A mailer, and what it answers about a mail that it has taken. */
export type OpenMailer = { mailer: Mailer; taken: Delivery }

/** A mail to Noor. */
export const mailTo = (given: Partial<Mail> = {}): Mail => ({
  key: 'invitation:1',
  to: { address: 'noor@example.org', name: 'Noor Rahimi' },
  subject: 'Hana Weber invites you',
  html: '<p>Hana Weber invites you.</p>',
  text: 'Hana Weber invites you.\n',
  calendar: null,
  unsubscribe: null,
  ...given,
})

/** What every adapter of the port does. */
export function mailerContract(name: string, open: () => Promise<OpenMailer>): void {
  const opened = async () => {
    const scene = await open()
    onTestFinished(async () => await scene.mailer.close())
    return scene
  }

  test(`${name}: [MAIL-2] [MAIL-5] a mail is taken, whatever script its words are in`, async () => {
    const { mailer, taken } = await opened()
    const to = { address: 'noa@example.org', name: 'נועה "כהן", 田中 <x@example.org>' }
    const calendar = { method: 'REQUEST', file: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } as const
    const unsubscribe = 'https://rooms.example/stop/1'
    expect(await mailer.send(mailTo({ to, subject: 'הזמנה 🎤', calendar, unsubscribe }))).toEqual(taken)
  })

  test.for([
    ['none', 'noor'],
    ['empty', ''],
    ['two', 'noor@example.org, mei@example.org'],
    ['with a name', 'Noor <noor@example.org>'],
    ['with a line break', 'noor@example.org\r\nBcc: mei@example.org'],
    ['with a parameter of the protocol', 'noor@example.org> NOTIFY=SUCCESS'],
    ['endless', `${'a'.repeat(300)}@example.org`],
  ] as const)(`${name}: [MAIL-5] [MAIL-10] an address that is %s gets no mail`, async ([, address]) => {
    const { mailer } = await opened()
    expect(await mailer.send(mailTo({ to: { address, name: '' } }))).toEqual({ kind: 'bounced', says: null })
  })

  test(`${name}: [MAIL-4] of many at once each is answered`, async () => {
    const { mailer, taken } = await opened()
    const all = Array.from({ length: 40 }, (_, n) => mailTo({ key: `${n}` }))
    const answers = await Promise.all(all.map(async (mail) => await mailer.send(mail)))
    expect(answers).toEqual(all.map(() => taken))
  })

  test(`${name}: [MAIL-14] what is sent after it was closed may be sent later`, async () => {
    const { mailer } = await opened()
    await mailer.close()
    await mailer.close()
    expect(await mailer.send(mailTo())).toMatchObject({ kind: 'later', isAway: true })
  })
}
