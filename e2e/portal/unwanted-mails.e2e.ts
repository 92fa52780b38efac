import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const sheet = (who: Visitor) => who.page.getByRole('dialog', { name: 'Invite people' })
const noors = (who: Visitor) => sheet(who).getByRole('listitem').filter({ hasText: 'Not opened' })

async function invitesNoor(who: Visitor): Promise<void> {
  await who.types('Email', 'noor@example.org')
  await who.presses('Generate invite link')
  await who.presses('Send link via email')
}

story(
  '[MAIL-16] [MAIL-17] [LINK-14] [LINK-15] an invitation that came back is mailed again; its reader ends such mails and has them again',
  async ({ visitor, server }) => {
    const file = () => new DatabaseSync(join(server.data, 'rostrum.db'))
    const hana = await visitor('Hana Weber', PHONE)
    await hana.createsRoom('Reading circle', 'Webinar')
    await hana.presses('Invite by email or personal link')
    await invitesNoor(hana)
    await hana.reads('1 email is on its way')
    const stateOf = () => {
      const database = file()
      const row = database.prepare('SELECT state, content FROM mails').get()
      database.close()
      return row
    }
    await expect.poll(() => stateOf()?.['state']).toBe('kept')
    const database = file()
    database.exec("UPDATE mails SET state = 'bounced', says = '550 No such person here'")
    database.close()

    await hana.page.reload()
    await hana.presses('Invite by email or personal link')
    await noors(hana).getByText('Could not be delivered. The mail server said: 550 No such person here').waitFor()
    await isAccessible(hana)
    await noors(hana).getByRole('button', { name: 'Send again' }).click()
    await hana.reads('1 email is on its way')
    await expect.poll(async () => await noors(hana).getByText('Could not be delivered').count()).toBe(0)

    const noor = await visitor('Noor Rahimi', PHONE)
    const stop = /https?:\/\/[^\s"\\]+\/mails\/[\w/-]+/.exec(String(stateOf()?.['content']))?.[0] ?? ''
    await noor.page.goto(stop)
    await noor.button('No more mails about “Reading circle”').waitFor()
    await isAccessible(noor)
    await noor.presses('No more mails from this server')
    await noor.reads('This address gets no more invitations, reminders and changes from this server.')

    await invitesNoor(hana)
    await hana.reads('Has asked for no more mails, so nothing was sent.')
    await isAccessible(hana)

    await noor.page.reload()
    await noor.presses('Get mails again')
    await noor.button('No more mails from this server').waitFor()
    await hana.presses('Send link via email')
    await hana.reads('1 email is on its way')

    await noor.page.goto(`${stop.slice(0, -4)}wxyz`)
    await noor.reads('This link was used already, or is too old. Ask for a new one.')
  },
)
