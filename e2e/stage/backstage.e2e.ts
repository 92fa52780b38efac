import { expect } from 'vitest'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import { companyStories } from '../support/story.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Backstage', 'Webinar')
  const [noor, mei] = [await visitor('Noor Rahimi'), await visitor('Mei Tanaka')]
  for (const who of [noor, mei]) await who.comesToWatch(links.viewer)
  return { hana, noor, mei }
})

story(
  '[BACKSTAGE-1] [BACKSTAGE-2] [MEDIA-6] a speaker is made ready backstage, unseen, and brought on',
  async ({ hana, noor, mei }) => {
    await hana.chooses('Hold backstage', 'Noor Rahimi')
    await noor.page.getByText(/Hana Weber wants you ready backstage/).waitFor()
    await noor.acceptsInvitation()
    await noor.reads('You are backstage')
    await noor.reads('Moderators can see and hear you, nobody else')

    await seesMoving(hana.page, 'Noor Rahimi')
    await hana
      .group('Backstage')
      .getByText(/^Connection (good|weak)/)
      .waitFor()
    await hana.page.getByRole('group', { name: 'Noor Rahimi, backstage, microphone speaking' }).waitFor()
    await hearsNothing(hana.page)
    await hana.presses('Listen to Noor Rahimi')
    await hears(hana.page)
    expect(await mei.group('Backstage').count()).toBe(0)
    expect(await mei.tile('Noor Rahimi').count()).toBe(0)
    await hearsNothing(mei.page)
    expect(await mei.page.locator('video').count()).toBe(0)

    await hana.presses('Bring on now')
    await noor.reads('Hana Weber brought you on stage. Everyone can see and hear what is on.')
    await seesMoving(mei.page, 'Noor Rahimi')
    await hears(mei.page)
    await hears(hana.page)
    await noor.presses('Leave stage')
    await hana.group('On stage').waitFor({ state: 'detached' })
  },
)

story(
  '[BACKSTAGE-3] [ACCESS-6] who waits backstage stays there when the access changes, and can leave',
  async ({ hana, noor }) => {
    await hana.chooses('Hold backstage', 'Noor Rahimi')
    await noor.acceptsInvitation()
    await noor.reads('You are backstage')

    await hana.setsAccess('Everyone on stage')
    await noor.reads('You are backstage')
    await seesMoving(hana.page, 'Noor Rahimi')
    await noor.pressesTool('Join stage')
    await noor.button('Leave stage').waitFor()
    await noor.presses('Leave stage')
    await hana.group('On stage').waitFor({ state: 'detached' })
    await hana.choosesIn('Viewers', 'Hold backstage', 'Noor Rahimi')
    await noor.acceptsInvitation()
    await noor.presses('Leave backstage')
    await noor.reads('You are watching')
    await hana.group('Backstage').waitFor({ state: 'detached' })
    await hana.setsAccess('Invite only')
  },
)
