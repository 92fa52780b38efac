import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, expect } from 'vitest'
import { MailServer } from '../../test/mail/mail-server.ts'
import { oidcEnv, openOidcServer, type OidcServer } from '../../test/server/oidc-server.ts'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'

const people = { kwame: { name: 'Kwame Mensah', email: 'kwame@example.org', email_verified: true } }

let rostrum = ''
let provider: OidcServer
let mails: MailServer
const env: Record<string, string> = { ROSTRUM_CREATE: 'members', ROSTRUM_MAIL_FROM: 'rooms@example.org' }
beforeAll(async () => {
  provider = await openOidcServer(people, () => rostrum)
  mails = await MailServer.open()
  Object.assign(env, oidcEnv(provider.url), { ROSTRUM_SMTP_URL: `smtp://127.0.0.1:${mails.config.port}` })
})
afterAll(async () => {
  await provider.close()
  await mails.close()
})
const story = serverStories({ env })

/** The mail that arrived for an address and has a link of an invitation in it. */
async function invitationTo(address: string): Promise<{ mail: Email; link: string }> {
  let found: { mail: Email; link: string } | null = null
  await expect
    .poll(async () => {
      for (const { recipients, raw } of mails.arrived) {
        const mail = recipients.includes(address) ? await PostalMime.parse(raw) : null
        const link = /https?:\/\/\S+\/i\/[\w-]+/.exec(mail?.text ?? '')?.[0]
        if (mail && link) found = { mail, link }
      }
      return found
    })
    .not.toBeNull()
  return found ?? { mail: await PostalMime.parse(''), link: '' }
}

story(
  'from the first start to the end: an administrator plans a session, a guest comes early by a mail, a co-host by the provider, and it is held',
  async ({ server, visitor, url }) => {
    rostrum = url
    const hana = await visitor('Hana Weber')
    const setUp =
      server.log.map((line) => /^Set up the administrator, once: (\S+)$/.exec(line)?.[1]).find(Boolean) ?? ''
    await hana.page.goto(setUp)
    await hana.types('Your name', 'Hana Weber')
    await hana.types('Email', 'hana@example.org')
    await hana.types('Password', 'correct horse battery')
    await hana.presses('Become the administrator')
    await hana.heading('Administration').waitFor()

    // A room that is held tomorrow, at noon, with the doors open for two hours before.
    await hana.page.goto(`${url}/new`)
    await hana.types('Name', 'Open assembly')
    await hana.types('Description', 'The plan for the **reading room**.')
    await hana.page.getByText('Start and end', { exact: true }).click()
    await hana.types('Start', '12:00')
    await hana.types('End', '13:30')
    await hana.page.getByLabel('Time zone', { exact: true }).selectOption('Europe/Berlin')
    await isAccessible(hana)
    await hana.presses('Create room')
    await hana.page.getByRole('timer').waitFor()
    const room = hana.page.url()

    // Two guests by mail, and a co-host by the e-mail that the provider knows.
    await hana.presses('Invite by email or personal link')
    await hana.page.getByRole('radio', { name: 'A list' }).check({ force: true })
    await hana.types('Email addresses', 'noor@example.org,Noor,Rahimi\nmei@example.org,Mei,Tanaka')
    await hana.presses('Generate invite links')
    await hana.presses('Send link via email')
    await hana.reads('2 emails are on their way')
    await hana.page.keyboard.press('Escape')
    await hana.types('Email or group', 'kwame@example.org')
    await hana.page.getByLabel('Role', { exact: true }).selectOption('Co-host')
    await hana.presses('Add')
    await hana.page.getByRole('button', { name: 'Take the role from kwame@example.org' }).waitFor()

    const { mail, link } = await invitationTo('noor@example.org')
    expect(mail.subject).toContain('Open assembly')
    expect(mail.text).not.toContain('mei@example.org')
    expect(mail.html).toContain(link)
    const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    expect(new TextDecoder().decode(calendar?.content as ArrayBuffer)).toContain('TZID=Europe/Berlin:')

    // A scanner looks at the link before its person does.
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
    expect(await (await fetch(link)).text()).toContain('<title>Open assembly</title>')
    const scanner = await visitor('Scanner')
    await scanner.page.goto(link)
    await scanner.heading('Open assembly').waitFor()
    const noor = await visitor('Noor Rahimi', PHONE)
    await noor.page.goto(link)
    await noor.presses('Continue')
    await noor.page.getByRole('timer').waitFor()
    await noor.reads(/^It has not begun yet/)
    await isAccessible(noor)

    // The co-host comes by the provider, without a link, and begins.
    const kwame = await visitor('Kwame Mensah')
    await kwame.page.goto(`${url}/sign-in`)
    await kwame.page.getByRole('button', { name: 'Sign in with Harbour ID' }).click()
    await kwame.page.getByRole('button', { name: 'kwame', exact: true }).click()
    await kwame.page.waitForURL((at) => at.origin === url)
    kwame.foreign.splice(0)
    await kwame.page.getByRole('link', { name: 'My sessions' }).click()
    await kwame.page.getByRole('link', { name: 'Open assembly' }).click()
    expect(kwame.page.url()).toBe(room)
    await kwame.presses('Join now')
    await kwame.presses('Join as viewer')
    await kwame.button('Leave').waitFor()
    await noor.button('Leave').waitFor()
    await kwame.readsParticipants()
    await kwame.group('Viewers').getByText('Noor Rahimi').waitFor()

    // It ends for everybody, and its page says so.
    await kwame.presses('Leave')
    await kwame.page.getByRole('menuitem', { name: 'End session for everyone', exact: true }).click()
    await kwame.page.getByRole('button', { name: 'End session for everyone', exact: true }).click()
    await noor.reads(/ended/i)
    await hana.page.reload()
    await hana.reads(/^The session ended/)
    await hana.page.getByRole('timer').waitFor()
  },
)
