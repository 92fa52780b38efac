import { expect } from 'vitest'
import { seesMoving } from '../support/media-checks.ts'
import { companyStories, stories } from '../support/story.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Ways to the stage', 'Interactive')
  const [noor, mei] = [await visitor('Noor Rahimi'), await visitor('Mei Tanaka')]
  for (const who of [noor, mei]) await who.comesToWatch(links.viewer)
  return { hana, noor, mei, links }
})
// The company would be sent all pictures of a story in which it has no part.
const storyOfOthers = stories()

story(
  '[SEED-24] [SEED-25] each of the three kinds of stage access shows its own way up',
  async ({ hana, noor, mei }) => {
    await noor.button('Join stage').waitFor()
    await hana.setsAccess('Invite only')
    await noor.button('Join stage').waitFor({ state: 'detached' })
    expect(await noor.button('Ask to join stage').count()).toBe(0)
    await noor.button('Raise hand').waitFor()
    await hana.setsAccess('Join by request')
    await noor.presses('Ask to join stage')
    await noor.presses('Cancel request')
    await noor.presses('Ask to join stage')
    await noor.button('Cancel request').waitFor()

    await mei.presses('Ask to join stage')
    const mine = hana.group('Raised hands').locator('li').filter({ hasText: 'Mei Tanaka' })
    await mine.getByRole('button', { name: 'Decline', exact: true }).click()
    await mei.reads('Hana Weber declined your request. You can ask again in half a minute.')
    await mei.presses('Ask to join stage')
    await mei.reads('Your request was declined a moment ago. You can ask again in half a minute.')
    await hana.group('Raised hands').getByRole('button', { name: 'Bring to stage', exact: true }).click()
    await noor.acceptsInvitation()
    await seesMoving(hana.page, 'Noor Rahimi')
    await hana.group('Raised hands').waitFor({ state: 'detached' })

    await hana.setsAccess('Invite only')
    await seesMoving(hana.page, 'Noor Rahimi')
    await noor.presses('Leave stage')
    await hana.setsAccess('Everyone on stage')
  },
)

story('[HAND-2] [SEED-9] hands stand in one order on every screen', async ({ hana, noor, mei, links, visitor }) => {
  const leila = await visitor('Leila Haddad')
  await leila.comesToWatch(links.viewer)
  for (const one of [noor, mei, leila]) {
    await one.presses('Raise hand')
    await one.button('Lower hand').waitFor()
  }
  await leila.reads(/You are 3rd/)
  for (const one of [hana, noor, mei, leila]) {
    const rows = one.group('Raised hands').getByText(/Noor Rahimi|Mei Tanaka|Leila Haddad/)
    await rows.nth(2).waitFor()
    expect(await rows.allInnerTexts()).toEqual(['Noor Rahimi', 'Mei Tanaka', 'Leila Haddad'])
  }
  await noor.presses('Lower hand')
  await leila.reads(/You are 2nd/)
  await hana.choosesForAll('Clear raised hands')
})

storyOfOthers(
  '[SEED-23] [ACCESS-1] moderators and speakers join the stage of a webinar by themselves',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.makesRoom('By link', 'Webinar')
    const kwame = await scene.visitor('Kwame Mensah')
    await kwame.opensLink(links.moderator)
    await kwame.joinsStage()
    const amara = await scene.visitor('Amara Okafor')
    await amara.opensLink(links.speaker)
    await amara.joinsStage()
    await seesMoving(kwame.page, 'Amara Okafor')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.opensLink(links.viewer)
    expect(await mei.button('Join stage').count()).toBe(0)
    await mei.joinsAsViewer()
    await seesMoving(mei.page, 'Kwame Mensah')
    // To the others in the list she can write, and no more; of a tile she says how she looks at it.
    await mei.panel().getByRole('button', { name: 'Options for Kwame Mensah', exact: true }).click()
    await mei.page.getByRole('menuitem', { name: 'Write privately', exact: true }).waitFor()
    expect(await mei.page.getByRole('menuitem').count()).toBe(1)
    await mei.page.keyboard.press('Escape')
    await mei.tile('Kwame Mensah').hover()
    await mei.tile('Kwame Mensah').getByRole('button', { name: 'Options for Kwame Mensah', exact: true }).click()
    await mei.page.getByRole('menuitem', { name: 'Set main camera', exact: true }).waitFor()
    const powers = /Mute|Lock|Turn off|Remove|Set as|Invite|permissions|for everyone/
    expect(await mei.page.getByRole('menuitem', { name: powers }).count()).toBe(0)
  },
)
