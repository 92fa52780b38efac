import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const sheet = (who: Visitor) => who.page.getByRole('dialog', { name: 'Invite people' })
const state = (who: Visitor, of: string) => sheet(who).getByRole('listitem').filter({ hasText: of })
const isWatching = async (who: Visitor) => await who.heading('Set devices').waitFor()

async function opensInvites(who: Visitor): Promise<void> {
  await who.presses('Invite by email or personal link')
  await sheet(who).getByRole('heading', { name: 'Invitations' }).waitFor()
}

/** What a mail scanner does with an address before anybody sees the mail: it asks for it twice, and opens it in a browser without a window. */
async function scans(link: string, scanner: Visitor): Promise<void> {
  expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
  expect((await fetch(link)).status).toBe(200)
  await scanner.page.goto(link)
  await scanner.button('Continue').waitFor()
}

story(
  '[LINK-4] [LINK-7] [LINK-8] [LINK-9] a scanner does not use an invitation up; its person comes by a press, and again on the phone',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    await hana.createsRoom('Reading circle', 'Webinar')
    await opensInvites(hana)
    await isAccessible(hana)
    await hana.types('Email', 'Noor@example.org')
    await hana.types('First name', 'Noor')
    await sheet(hana).getByText('Speaker', { exact: true }).click()
    await sheet(hana).getByText('One person only', { exact: true }).click()
    await sheet(hana).getByText('Only for this email', { exact: true }).click()
    await hana.presses('Generate invite link')
    await hana.page.getByRole('img', { name: 'QR code of the invite link' }).waitFor()
    const link = await hana.page.getByLabel('Invite link for Noor', { exact: true }).inputValue()
    await state(hana, 'noor@example.org').getByText('Not opened').waitFor()
    await isAccessible(hana)

    await scans(link, await visitor('Scanner'))

    const noor = await visitor('Noor Rahimi')
    await noor.page.goto(link)
    expect(await noor.page.getByLabel('Your name', { exact: true }).inputValue()).toBe('Noor')
    await isAccessible(noor)
    await noor.types('Your email', 'mei@example.org')
    await noor.presses('Continue')
    await noor.reads(/This invitation was written to another email address/)
    await noor.types('Your email', 'noor@EXAMPLE.org')
    await noor.presses('Continue')
    await isWatching(noor)

    const phone = await visitor('Noor Rahimi’s phone', PHONE)
    await phone.page.goto(link)
    await phone.types('Your email', 'noor@example.org')
    await isAccessible(phone)
    await phone.presses('Continue')
    await isWatching(phone)

    // Who is known presses too, and is asked nothing.
    await noor.page.goto(link)
    await noor.reads('You are')
    await noor.presses('Continue')
    await isWatching(noor)

    await hana.page.reload()
    await opensInvites(hana)
    await state(hana, 'Noor').getByText('Came').waitFor()
    await state(hana, 'Noor').getByRole('button', { name: 'Revoke' }).click()
    await state(hana, 'Noor').getByText('Revoked').waitFor()
    await noor.page.goto(link)
    await noor.heading('This link was taken back').waitFor()
    await state(hana, 'Noor').getByRole('button', { name: 'Make anew' }).click()
    const anew = await hana.page.getByLabel('Invite link for Noor', { exact: true }).inputValue()
    expect(anew).not.toBe(link)
    await noor.page.goto(link)
    await noor.heading('This link does not work').waitFor()
  },
)

story(
  '[LINK-5] [LINK-11] [LINK-13] from inside the room a list is pasted on a phone, its wrong lines are named, and the rest is mailed',
  async ({ visitor, server }) => {
    const hana = await visitor('Hana Weber', PHONE)
    await hana.hostsRoom('Reading circle', 'Interactive')
    await hana.pressesTool('More')
    await hana.page.getByRole('menuitem', { name: 'Invite people', exact: true }).click()
    await sheet(hana).getByLabel('Viewer link', { exact: true }).waitFor()
    await sheet(hana).getByRole('radio', { name: 'A list' }).check({ force: true })
    await hana.types(
      'Email addresses',
      'Mei <mei@example.org>\nnobody\ntom@\nMEI@example.org\nyuki@example.org,Yuki,Sato',
    )
    await hana.reads('2 addresses found')
    await hana.reads('Line 3: tom@')
    await isAccessible(hana)
    await hana.presses('Generate invite links')
    await hana.heading('2 invitations were made').waitFor()
    await hana.reads('Line 2: nobody')
    await hana.presses('Send link via email')
    await hana.reads('2 emails are on their way')
    await isAccessible(hana)
    const file = new DatabaseSync(join(server.data, 'rostrum.db'))
    const mail = file.prepare("SELECT content FROM mails WHERE address = 'yuki@example.org'").get()
    file.close()
    const link = /https?:\/\/[^\s"\\]+\/i\/[\w-]+/.exec(String(mail?.['content']))?.[0] ?? ''

    const yuki = await visitor('Yuki Sato')
    await yuki.page.goto(link)
    await yuki.types('Your name', 'Yuki Sato')
    await yuki.page.keyboard.press('Enter')
    await isWatching(yuki)
    await hana.page.keyboard.press('Escape')
  },
)
