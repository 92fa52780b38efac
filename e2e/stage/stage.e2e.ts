import { expect } from 'vitest'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import { noteDevices } from '../support/page-functions.ts'
import { companyStories } from '../support/story.ts'

/** Hana makes a room and comes on its stage; Mei, whose browser notes what is asked of it, and Noor come to watch. */
const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.createsRoom('Harbour library', 'Interactive')
  await hana.presses('Join now')
  await hana.heading('Set devices').waitFor()
  await hana.joinsStage()
  await seesMoving(hana.page, 'Hana Weber')
  const mei = await visitor('Mei Tanaka')
  await mei.page.addInitScript(noteDevices)
  const noor = await visitor('Noor Rahimi')
  for (const who of [mei, noor]) await who.comesToWatch(links.viewer)
  return { hana, mei, noor }
})

story(
  '[SEED-2] [SEED-6] [SEED-7] a host comes on stage, and a viewer sees and hears without being asked',
  async ({ hana, mei }) => {
    await seesMoving(mei.page, 'Hana Weber')
    await hears(mei.page)
    expect(await mei.page.evaluate(() => Reflect.get(window, 'asked'))).toEqual([])

    await hana.group('Viewers').getByText('Mei Tanaka').waitFor()
    await mei.group('On stage').getByText('Hana Weber').waitFor()
    await mei.tile('Hana Weber', 'microphone speaking, camera on').waitFor()
    await mei.reads('Nobody can see or hear you')
    await hana.presses('Leave stage')
    await mei.tile('Hana Weber').waitFor({ state: 'detached' })
  },
)

story(
  '[SEED-26] to [SEED-29] [SEED-44] [SEED-45] [INVITE-3] [INVITE-4] a viewer is invited, heard, muted, unseen, removed, and declines',
  async ({ hana, mei, noor }) => {
    await hana.chooses('Invite to stage', 'Noor Rahimi')
    const invitation = noor.page.getByRole('dialog', { name: 'You are invited to the stage' })
    await invitation.getByRole('button', { name: 'Join Stage', exact: true }).click()
    await invitation.getByLabel('Camera', { exact: true }).first().waitFor()
    // The preview is the person's own.
    expect(await mei.tile('Noor Rahimi').count()).toBe(0)
    await invitation.getByRole('button', { name: 'Join Stage', exact: true }).click()
    await invitation.waitFor({ state: 'detached' })
    for (const other of [hana, mei]) {
      await seesMoving(other.page, 'Noor Rahimi')
      await hears(other.page)
    }
    await mei.group('On stage').getByText('Noor Rahimi').waitFor()

    await hana.chooses('Mute', 'Noor Rahimi')
    await hearsNothing(mei.page)
    await mei.tile('Noor Rahimi', 'microphone off').waitFor()
    await noor.reads(/muted you/)
    await hana.chooses('Turn off camera', 'Noor Rahimi')
    await mei.tile('Noor Rahimi', 'microphone off, camera off').getByText('NR', { exact: true }).waitFor()

    await noor.pressesTool('Turn microphone on')
    await hears(mei.page)
    await noor.pressesTool('Turn camera on')
    await seesMoving(mei.page, 'Noor Rahimi')
    await noor.pressesTool('Turn camera off')
    await mei.tile('Noor Rahimi', 'microphone (on|speaking), camera off').waitFor()

    await hana.chooses('Remove from stage', 'Noor Rahimi')
    await mei.tile('Noor Rahimi').waitFor({ state: 'detached' })
    await hearsNothing(mei.page)
    await noor.reads(/from the stage/)
    await hana.group('Viewers').getByText('Noor Rahimi').waitFor()
    await noor.reads('Nobody can see or hear you')

    await hana.chooses('Invite to stage', 'Noor Rahimi')
    await invitation.getByRole('button', { name: 'Decline Invitation', exact: true }).click()
    await invitation.waitFor({ state: 'detached' })
    await hana.chooses('Invite to stage', 'Noor Rahimi')
    await invitation.waitFor()
    await hana.chooses('Revoke invite to stage', 'Noor Rahimi')
    await invitation.waitFor({ state: 'detached' })
    await noor.button('Raise hand').waitFor()
  },
)

story(
  '[STAGE-4] [LEAVE-1] [SESSION-3] off the stage, out of the room, back again, and the end for everyone',
  async ({ hana, mei, noor }) => {
    for (const who of [hana, noor]) await who.comesOnStage()
    await seesMoving(hana.page, 'Noor Rahimi')

    await noor.presses('Leave stage')
    await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
    await noor.button('Join stage').waitFor()
    await seesMoving(noor.page, 'Hana Weber')

    await noor.presses('Leave')
    await noor.page.getByRole('menuitem', { name: 'Leave session' }).or(noor.button('Leave session')).click()
    await noor.button('Rejoin the session').waitFor()
    await hana.group('Viewers').getByText('Noor Rahimi').waitFor({ state: 'detached' })
    await noor.presses('Rejoin the session')
    await noor.heading('Set devices').waitFor()
    await noor.joinsAsViewer()
    await hears(noor.page)

    await hana.presses('Leave')
    await hana.page
      .getByRole('menuitem', { name: 'End session for everyone' })
      .or(hana.button('End session for everyone'))
      .click()
    await hana.page.getByRole('alertdialog').getByRole('button', { name: 'End session for everyone' }).click()
    for (const who of [mei, noor]) await who.heading('This room has ended').waitFor()
    await noor.reads(/Hana Weber/)
    await hana.presses('Rejoin the session')
    await hana.joinsAsViewer()
  },
)
