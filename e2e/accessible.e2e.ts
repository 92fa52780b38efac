import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { expect } from 'vitest'
import { stories } from './story.ts'
import type { Visitor } from './visitor.ts'

const story = stories()

declare global {
  interface Window {
    axe: { run(where: Document, options: RunOptions): Promise<AxeResults> }
  }
}

/** Nothing that axe calls a fault, in the light and in the dark. */
async function isAccessible(who: Visitor): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await who.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await who.page.evaluate(axe.source)
    const faults = await who.page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
    })
    expect(faults, `${colorScheme}, ${who.page.url()}`).toEqual([])
  }
}

story('every page on the way in can be read and used by everybody', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.createsRoom('Everybody', 'Webinar')
  await isAccessible(hana)
  await hana.presses('Join now')
  await hana.heading('Set devices').waitFor()
  await isAccessible(hana)
  await hana.presses('Join stage')
  await hana.page.getByLabel('Camera', { exact: true }).first().waitFor()
  await isAccessible(hana)
  const noor = await scene.visitor('Noor Rahimi')
  await noor.page.goto(scene.house.url)
  await noor.button('Create room').waitFor()
  await isAccessible(noor)
  await noor.page.goto(links.viewer)
  await noor.button('Continue').waitFor()
  await isAccessible(noor)
  await noor.page.goto(`${scene.house.url}/requirements`)
  await noor.heading('What works where').waitFor()
  await isAccessible(noor)
})

story('so can the room, its dialogs and its end', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.createsRoom('Everybody', 'Webinar')
  await hana.presses('Join now')
  await hana.joinsStage()
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await noor.presses('Raise hand')
  await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
  await isAccessible(hana)
  await hana.presses('Settings')
  await hana.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  await isAccessible(hana)
  await hana.page.keyboard.press('Escape')
  await hana.page.keyboard.press('?')
  await hana.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await isAccessible(hana)
  await hana.page.keyboard.press('Escape')
  await hana.types('Search participants', 'nobody')
  await hana.reads('Nobody of this name is here.')
  await isAccessible(hana)
  await hana.types('Search participants', '')
  await hana.group('Raised hands').getByRole('button', { name: 'Bring to stage', exact: true }).click()
  await noor.page.getByRole('dialog', { name: 'You are invited to the stage' }).waitFor()
  await isAccessible(noor)
  await noor.presses('Decline Invitation')
  await noor.page.getByRole('tab', { name: /^Chat/ }).click()
  await noor.types('Write to everyone', 'See https://harbour.example/plan')
  await noor.page.keyboard.press('Enter')
  await noor.panel().getByRole('log').getByRole('link').waitFor()
  await isAccessible(noor)
  await noor.presses('Leave')
  await noor.page.getByRole('menuitem', { name: 'Leave session', exact: true }).click()
  await noor.button('Rejoin the session').waitFor()
  await isAccessible(noor)
})

story('so can what a moderator opens, the wings, the waiting room and the door that stays shut', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Everybody', 'Webinar')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.speaker)
  await hana.chooses('Hold in the wings', 'Noor Rahimi')
  const invitation = noor.page.getByRole('dialog', { name: 'You are invited to the stage' })
  await invitation.getByRole('button', { name: 'Join Stage', exact: true }).click()
  await invitation.getByLabel('Camera', { exact: true }).first().waitFor()
  await isAccessible(noor)
  await invitation.getByRole('button', { name: 'Join Stage', exact: true }).click()
  await noor.reads('You are in the wings')
  await isAccessible(noor)
  await hana.page.getByRole('group', { name: /^Noor Rahimi, in the wings/ }).waitFor()
  await isAccessible(hana)

  const dialogs = [
    ['Edit permissions', 'Permissions of Noor Rahimi', 'dialog'],
    ['Remove from room', 'Remove Noor Rahimi from the room?', 'alertdialog'],
  ] as const
  for (const [act, name, role] of dialogs) {
    await hana.chooses(act, 'Noor Rahimi')
    const dialog = hana.page.getByRole(role, { name })
    await dialog.waitFor()
    await isAccessible(hana)
    await hana.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await hana.choosesForAll('What was done')
  await hana.page.getByRole('dialog', { name: 'What was done' }).waitFor()
  await isAccessible(hana)
  await hana.page.keyboard.press('Escape')

  await hana.locksRoom()
  const mei = await scene.visitor('Mei Tanaka')
  await mei.opensLink(links.viewer)
  await mei.presses('Join as viewer')
  await mei.heading('You are in the waiting room').waitFor()
  await isAccessible(mei)
  await hana.group('Waiting').waitFor()
  await isAccessible(hana)
  await hana.group('Waiting').getByRole('button', { name: 'Decline', exact: true }).click()
  await mei.heading('You were not let in').waitFor()
  await isAccessible(mei)

  // As small as a phone, or zoomed to four times: the sheet, and a menu under the thumb.
  await hana.page.setViewportSize({ width: 320, height: 640 })
  await hana.presses('Make the panel taller')
  await isAccessible(hana)
  await hana.panel().getByRole('button', { name: 'Options for Noor Rahimi' }).first().click()
  await hana.page.getByRole('menuitem', { name: 'Remove from room' }).waitFor()
  await isAccessible(hana)
  expect(await hana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
