import { pino } from 'pino'
import { expect, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../../src/server/database/database.ts'
import { renderMail } from '../../src/server/mail/templates/render-mail.ts'
import { MailServer } from '../../test/mail/mail-server.ts'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { TestServer } from '../support/test-server.ts'

const mails = await MailServer.open()
const { host, port } = mails.config
const story = serverStories({
  env: { ROSTRUM_SMTP_URL: `smtp://${host}:${port}`, ROSTRUM_MAIL_FROM: 'Rostrum <rooms@example.org>' },
})

/** Puts an invitation into the outbox, as if there had been no mail server yet. */
async function keepsInvitation(server: TestServer): Promise<void> {
  const database = openDatabase(server.data, pino({ level: 'silent' }))
  const { kind, subject, html, text, unsubscribe } = renderMail({
    kind: 'invitation',
    language: 'en',
    by: 'Hana Weber',
    role: 'viewer',
    room: { name: 'Harbour library', description: '<script>document.title = "taken"</script>', picture: null },
    when: null,
    link: 'https://rooms.example/i/1',
    unsubscribe: 'https://rooms.example/stop/1',
  })
  const at = Date.now()
  const times = { queuedAt: at, dueAt: at, at, until: null, tries: 1, urgent: 0 }
  const to = { address: 'noor@example.org', name: 'Noor Rahimi' }
  const content = JSON.stringify({ html, text, unsubscribe, calendar: null })
  await database
    .insertInto('mails')
    .values({ key: 'invitation:1', kind, state: 'kept', ...to, subject, ...times, says: null, content })
    .execute()
  await database.destroy()
}

story(
  '[MAIL-2] [MAIL-9] [MAIL-12] an administrator reads what is kept in the outbox, and sends it by a press once there is a mail server',
  async ({ server, visitor }) => {
    onTestFinished(async () => await mails.close())
    await keepsInvitation(server)
    const link = server.log.map((line) => /^Set up the administrator, once: (\S+)$/.exec(line)?.[1]).find(Boolean) ?? ''
    const hana = await visitor('Hana Weber', PHONE)
    await hana.page.goto(link)
    await hana.types('Your name', 'Hana Weber')
    await hana.types('Email', 'hana@example.org')
    await hana.types('Password', 'correct horse battery')
    await hana.presses('Become the administrator')
    await hana.page.getByRole('link', { name: 'Outbox' }).click()
    await hana.reads('noor@example.org')
    await hana.reads('Kept here')
    await isAccessible(hana)

    await hana.button('Read “Hana Weber invites you to “Harbour library””').click()
    const sheet = hana.page.getByRole('dialog')
    await sheet.getByText('Noor Rahimi <noor@example.org>').waitFor()
    await sheet.getByText('https://rooms.example/i/1').first().waitFor()
    const page = sheet.frameLocator('iframe')
    await page.getByRole('link', { name: 'Open the session' }).waitFor()
    await page.getByText('document.title').waitFor()
    expect(await hana.page.title()).not.toBe('taken')
    await isAccessible(hana)

    await sheet.getByRole('button', { name: 'Send again' }).click()
    // The administrator's own address is to be confirmed.
    const arrived = [{ recipients: ['hana@example.org'] }, { recipients: ['noor@example.org'] }]
    await vi.waitFor(() => expect(mails.arrived).toMatchObject(arrived), 10_000)
    await hana.page.reload()
    await hana.page.getByText('Sent', { exact: true }).nth(1).waitFor()
    expect(await hana.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  },
)
