import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { focused } from './focused.ts'
import { hearsAloud } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const tool = (who: Visitor, name: string) =>
  who.page.getByRole('toolbar', { name: 'Room controls' }).getByRole('button', { name, exact: true })

/** Stands on something as by the keyboard. */
async function standsOn(thing: Locator): Promise<void> {
  await thing.waitFor()
  await thing.page().keyboard.press('Tab')
  await thing.focus()
}

/** Opens the menu of what somebody stands on, by the keyboard. */
async function opensMenu(who: Visitor): Promise<void> {
  await who.page.keyboard.press('ArrowDown')
  await who.page.getByRole('menuitem').first().waitFor()
}

async function isOn(who: Visitor, name: string | RegExp): Promise<void> {
  await expect.poll(() => focused(who.page)).toMatch(name)
}

story(
  '[KEYS-4] [KEYS-5] [SAID-1] what has the focus goes by somebody else’s act, and the focus goes on',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Focus', 'Webinar')
    const noor = await scene.visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)

    // A button of the toolbar; under a pointer it is the toolbar, whose buttons nobody chose.
    await hana.setsAccess('Everyone on stage')
    await hearsAloud(noor, 'You can join the stage now.')
    await standsOn(tool(noor, 'Join stage'))
    await hana.setsAccess('Invite only')
    await isOn(noor, 'Reactions')
    await hana.setsAccess('Join by request')
    await noor.presses('Ask to join stage')
    await hana.group('Raised hands').getByRole('button', { name: 'Decline', exact: true }).click()
    await hana.setsAccess('Invite only')
    await isOn(noor, 'Room controls')

    // A dialog that is withdrawn.
    await standsOn(tool(noor, 'Raise hand'))
    await hana.chooses('Invite to stage', 'Noor Rahimi')
    await isOn(noor, 'You are invited to the stage')
    await hana.chooses('Revoke invite to stage', 'Noor Rahimi')
    await isOn(noor, 'Raise hand')

    // The strip of backstage, and then the toolbar of who is removed from the stage by the menu of a tile.
    await hana.chooses('Hold backstage', 'Noor Rahimi')
    await noor.acceptsInvitation()
    await standsOn(hana.button('Bring on now'))
    await hana.page.keyboard.press('Enter')
    await isOn(hana, /^Noor Rahimi, microphone/)
    await standsOn(tool(noor, 'Leave stage'))
    await hana.tile('Noor Rahimi').getByRole('button', { name: 'Options for Noor Rahimi' }).focus()
    await opensMenu(hana)
    await hana.page.getByRole('menuitem', { name: 'Remove from stage' }).press('Enter')
    await isOn(noor, 'Reactions')
    await isOn(hana, 'Stage')

    // A row with its menu.
    await noor.page.keyboard.press('h')
    await standsOn(hana.group('Raised hands').getByRole('button', { name: 'Options for Noor Rahimi' }))
    await opensMenu(hana)
    await noor.page.keyboard.press('h')
    await isOn(hana, /^Viewers/)

    // A message.
    for (const who of [hana, noor]) await who.page.getByRole('tab', { name: /^Chat/ }).click()
    for (const text of ['Good evening', 'Is the roof dry?']) {
      await noor.types('Write to everyone', text)
      await noor.page.keyboard.press('Enter')
    }
    const options = { name: 'Options for the message of Noor Rahimi' }
    await hana.reads('Is the roof dry?')
    await standsOn(hana.panel().getByRole('button', options).first())
    await noor.panel().getByRole('button', options).first().click()
    await noor.page.getByRole('menuitem', { name: 'Delete' }).click()
    await hana.page.getByText('Good evening').waitFor({ state: 'detached' })
    await isOn(hana, options.name)

    // The whole room, with a dialog over it.
    await noor.page.getByLabel('Write to everyone').focus()
    await hana.presses('Leave')
    await hana.page.getByRole('menuitem', { name: 'End session for everyone' }).click()
    await hana.page.getByRole('alertdialog').getByRole('button', { name: 'End session for everyone' }).press('Enter')
    for (const who of [hana, noor]) await isOn(who, 'This room has ended')
  },
)
