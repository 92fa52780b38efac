import { expect } from 'vitest'
import { hears, seesMoving } from './senses.ts'
import { PHONE, stories } from './story.ts'

const story = stories()

story('[SEED-12] [SEED-13] [SEED-14] a phone enters as a viewer, comes on stage, and moderates', async (scene) => {
  const hana = await scene.visitor('Hana Weber', PHONE)
  const links = await hana.createsRoom('From a phone', 'Webinar')
  await hana.presses('Join now')
  await hana.heading('Set devices').waitFor()
  expect(await hana.button('Join stage').count()).toBe(0)
  await hana.joinsAsViewer()
  await hana.presses('Join stage')
  await hana.page.getByRole('dialog').locator('video').waitFor()
  for (const menu of ['Camera', 'Microphone', 'Speaker'])
    expect(await hana.page.getByRole('combobox', { name: menu }).count()).toBe(0)
  await hana.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
  await hana.button('Leave stage').waitFor()

  const noor = await scene.visitor('Noor Rahimi', PHONE)
  await noor.comesToWatch(links.viewer)
  await seesMoving(noor.page, 'Hana Weber')
  await hears(noor.page)

  await noor.presses('Participants')
  await hana.presses('Participants')
  await hana.chooses('Invite to stage', 'Noor Rahimi')
  await noor.acceptsInvitation()
  // The list lay over the toolbar, and gives it free.
  await noor.pressesTool('Turn microphone off')
  await noor.panel().waitFor({ state: 'detached' })
  await hana.page.keyboard.press('Escape')
  await hana.panel().waitFor({ state: 'detached' })
  await seesMoving(hana.page, 'Noor Rahimi')
  expect(await hana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
