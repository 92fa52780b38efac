import { expect } from 'vitest'
import { seesMoving } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

story('[SEED-24] [SEED-25] each of the three kinds of stage access shows its own way up', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Three ways', 'Interactive')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)

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

  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
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
})

story('[SEED-23] [ACCESS-1] moderators and speakers join the stage of a webinar by themselves', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.createsRoom('By link', 'Webinar')
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
})

story('[HAND-2] [SEED-9] hands stand in one order on every screen', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('The queue', 'Webinar')
  const crowd: Visitor[] = []
  for (const name of ['Noor Rahimi', 'Mei Tanaka', 'Leila Haddad']) {
    const one = await scene.visitor(name)
    await one.comesToWatch(links.viewer)
    await one.presses('Raise hand')
    await one.button('Lower hand').waitFor()
    crowd.push(one)
  }
  await crowd[2]?.reads(/You are 3rd/)
  for (const one of [hana, ...crowd]) {
    const rows = one.group('Raised hands').getByText(/Noor Rahimi|Mei Tanaka|Leila Haddad/)
    await rows.nth(2).waitFor()
    expect(await rows.allInnerTexts()).toEqual(['Noor Rahimi', 'Mei Tanaka', 'Leila Haddad'])
  }
  await crowd[0]?.presses('Lower hand')
  await crowd[2]?.reads(/You are 2nd/)
})
