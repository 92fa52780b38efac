import { expect } from 'vitest'
import { hears, hearsNothing, seesMoving } from './senses.ts'
import { stories } from './story.ts'

const story = stories()

story('[WINGS-1] [WINGS-2] [MEDIA-6] a speaker is made ready in the wings, unseen, and brought on', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('The wings', 'Webinar')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)

  await hana.chooses('Hold in the wings', 'Noor Rahimi')
  await noor.page.getByText(/Hana Weber wants you ready in the wings/).waitFor()
  await noor.acceptsInvitation()
  await noor.reads('You are in the wings')
  await noor.reads('Moderators can see and hear you, nobody else')

  await seesMoving(hana.page, 'Noor Rahimi')
  await hana
    .group('In the wings')
    .getByText(/^Connection (good|weak)/)
    .waitFor()
  await hana.page.getByRole('group', { name: 'Noor Rahimi, in the wings, microphone speaking' }).waitFor()
  await hearsNothing(hana.page)
  await hana.presses('Listen to Noor Rahimi')
  await hears(hana.page)
  expect(await mei.group('In the wings').count()).toBe(0)
  expect(await mei.tile('Noor Rahimi').count()).toBe(0)
  await hearsNothing(mei.page)
  expect(await mei.page.locator('video').count()).toBe(0)

  await hana.presses('Bring on now')
  await noor.reads('Hana Weber brought you on stage. Everyone can see and hear what is on.')
  await seesMoving(mei.page, 'Noor Rahimi')
  await hears(mei.page)
  await hears(hana.page)
})

story(
  '[WINGS-3] [ACCESS-6] who waits in the wings stays there when the access changes, and can leave',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('From the wings', 'Webinar')
    const noor = await scene.visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)
    await hana.chooses('Hold in the wings', 'Noor Rahimi')
    await noor.acceptsInvitation()
    await noor.reads('You are in the wings')

    await hana.setsAccess('Everyone on stage')
    await noor.reads('You are in the wings')
    await seesMoving(hana.page, 'Noor Rahimi')
    await noor.pressesTool('Join stage')
    await noor.button('Leave stage').waitFor()
    await noor.presses('Leave stage')
    await hana.group('On stage').waitFor({ state: 'detached' })
    await hana.choosesIn('Viewers', 'Hold in the wings', 'Noor Rahimi')
    await noor.acceptsInvitation()
    await noor.presses('Leave the wings')
    await noor.reads('You are watching')
    await hana.group('In the wings').waitFor({ state: 'detached' })
  },
)
