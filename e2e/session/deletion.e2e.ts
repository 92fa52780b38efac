import { expect } from 'vitest'
import { filesWith } from '../../test/server/store-files.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const NAME = 'Zebedee Finch'
const WORDS = 'The ferry sails at nine'

const messages = (who: Visitor) => who.panel().getByRole('log', { name: 'Messages' })
const question = (who: Visitor) => who.page.getByRole('alertdialog')

async function writes(who: Visitor, text: string): Promise<void> {
  await who.types('Write to everyone', text)
  await who.page.keyboard.press('Enter')
}

story(
  '[KEEP-6] [KEEP-7] [KEEP-9] what somebody wrote goes from every screen and from the disk as they delete their data',
  async ({ visitor, server }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.hostsRoom('Harbour', 'Webinar')
    const who = await visitor(NAME)
    await who.comesToWatch(links.viewer)
    const noor = await visitor('Noor Rahimi', PHONE)
    await noor.comesToWatch(links.viewer)
    for (const each of [hana, who]) await each.page.getByRole('tab', { name: /^Chat/ }).click()
    await noor.presses('Chat')
    await writes(who, WORDS)
    const asked = messages(noor).getByRole('listitem').filter({ hasText: WORDS })
    await asked.getByRole('button', { name: /^Options for the message of/ }).click()
    await noor.page.getByRole('menuitem', { name: 'Reply', exact: true }).click()
    await writes(noor, 'From which pier?')
    await messages(hana).getByText(`${NAME}: ${WORDS}`).waitFor()

    await who.presses('Settings')
    await who.presses('Delete my data')
    await question(who).getByText('You leave the room.').waitFor()
    await question(who).getByRole('button', { name: 'Delete my data' }).click()
    await who.heading('Your data was deleted').waitFor()
    for (const each of [hana, noor]) {
      await expect.poll(async () => await messages(each).getByText(WORDS).count()).toBe(0)
      await messages(each).getByText('From which pier?').waitFor()
    }
    await hana.page.getByRole('tab', { name: /^Participants/ }).click()
    await expect.poll(async () => await hana.panel().getByText(NAME).count()).toBe(0)
    await expect.poll(() => filesWith(server.data, NAME, WORDS), { timeout: 20_000 }).toEqual([])
  },
)

story(
  '[KEEP-6] who has left deletes the own data on the page that says so, on a phone',
  async ({ visitor, server }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.hostsRoom('Harbour', 'Webinar')
    const who = await visitor(NAME, PHONE)
    await who.comesToWatch(links.viewer)
    await hana.group('Viewers').getByText(NAME).waitFor()
    await who.presses('Leave')
    await who.page.getByRole('menuitem', { name: 'Leave session' }).click()
    await who.heading('You have left the session').waitFor()
    await who.presses('Delete my data')
    await question(who).getByRole('button', { name: 'Delete my data' }).click()
    await who.heading('Your data was deleted').waitFor()
    await expect.poll(() => filesWith(server.data, NAME), { timeout: 20_000 }).toEqual([])
  },
)

story(
  '[KEEP-5] a room that its host deletes is gone for everybody in it, and its links lead nowhere',
  async ({ visitor, server }) => {
    const hana = await visitor('Hana Weber', { colorScheme: 'dark' })
    const links = await hana.hostsRoom('Harbour library', 'Webinar')
    const noor = await visitor('Quentin Marsh', PHONE)
    await noor.comesToWatch(links.viewer)
    await hana.presses('Leave')
    await hana.page.getByRole('menuitem', { name: 'Delete room' }).click()
    await question(hana).getByRole('heading', { name: 'Delete Harbour library?' }).waitFor()
    // A stray key deletes nothing.
    await hana.page.keyboard.press('Enter')
    await question(hana).getByRole('button', { name: 'Delete room' }).click()
    for (const each of [hana, noor]) await each.heading('This room was deleted.').waitFor()
    await noor.page.goto(links.viewer)
    await noor.heading('This link does not work').waitFor()
    await expect.poll(() => filesWith(server.data, 'Harbour library', 'Quentin Marsh'), { timeout: 20_000 }).toEqual([])
  },
)
