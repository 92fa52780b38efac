import { expect } from 'vitest'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import { slowLine } from '../support/controlled-socket.ts'
import { companyStories } from '../support/story.ts'

/** Hana runs the room, over a line in the test's hands; Noor is on stage, alone; Mei watches: what is heard is Noor. */
const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const line = await slowLine(hana.page)
  const links = await hana.hostsRoom('Order', 'Interactive')
  const noor = await visitor('Noor Rahimi')
  await noor.opensLink(links.viewer)
  await noor.joinsStage()
  const mei = await visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await hears(mei.page)
  return { hana, line, noor, mei, links }
})

story(
  '[LOCK-1] [LOCK-4] [MUTE-4] a locked microphone is silent until it is unlocked and its person opens it',
  async ({ hana, noor, mei }) => {
    await hana.chooses('Lock microphone', 'Noor Rahimi')
    await noor.reads('Hana Weber locked your microphone. It stays off until it is unlocked.')
    await hearsNothing(mei.page)
    await noor.pressesTool('Microphone locked')
    await noor.reads('The microphone is locked. A moderator can unlock it.')
    await hearsNothing(mei.page)
    await seesMoving(mei.page, 'Noor Rahimi')

    await hana.chooses('Unlock microphone', 'Noor Rahimi')
    await noor.reads('Hana Weber unlocked your microphone. You can turn it on.')
    await hearsNothing(mei.page)
    await hana.chooses('Ask to unmute', 'Noor Rahimi')
    await noor.reads('Hana Weber asks you to unmute.')
    await hearsNothing(mei.page)
    await noor.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Turn microphone on' }).click()
    await hears(mei.page)

    await hana.choosesForAll('Mute and lock all microphones')
    await hearsNothing(mei.page)
    await noor.button('Microphone locked').waitFor()
    await hana.choosesForAll('Unlock all microphones')
    await noor.pressesTool('Turn microphone on')
    await hears(mei.page)
    await hana.choosesForAll('Turn off all cameras')
    await mei.tile('Noor Rahimi', 'microphone (on|speaking), camera off').waitFor()
    await noor.pressesTool('Turn camera on')
  },
)

story(
  '[PERMISSION-2] [ACCESS-4] what is chosen quickly on a slow line holds, all of it',
  async ({ hana, line, mei }) => {
    await hana.setsAccess('Invite only')
    await hana.chooses('Edit permissions', 'Mei Tanaka')
    const dialog = hana.page.getByRole('dialog', { name: 'Permissions of Mei Tanaka' })
    const isOn = async (what: string) => await dialog.getByRole('switch', { name: what }).isChecked()
    line.holds()
    for (const what of ['Chat', 'Reactions']) await dialog.getByText(what, { exact: true }).click()
    expect([await isOn('Chat'), await isOn('Reactions')]).toEqual([false, false])
    await mei.button('Reactions').waitFor({ state: 'detached' })
    await mei.page.getByRole('tab', { name: /^Chat/ }).click()
    await mei.reads('You can read the chat here, and not write.')
    line.lets()
    await hana.reads('Custom permissions')
    expect([await isOn('Chat'), await isOn('Reactions')]).toEqual([false, false])
    for (const what of ['Chat', 'Reactions']) await dialog.getByText(what, { exact: true }).click()
    await mei.button('Reactions').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()

    await hana.presses('Settings')
    const access = hana.page.getByRole('radiogroup', { name: 'Stage access' })
    const invited = access.getByRole('radio', { name: /^Invite only/ })
    await invited.focus()
    line.holds()
    for (const key of ['ArrowUp', 'ArrowUp']) await hana.page.keyboard.press(key)
    await mei.button('Join stage').waitFor()
    for (const key of ['ArrowDown', 'ArrowDown']) await hana.page.keyboard.press(key)
    expect(await invited.isChecked()).toBe(true)
    for (const way of ['Join stage', 'Ask to join stage']) await mei.button(way).waitFor({ state: 'detached' })
    line.lets()
    await expect.poll(() => invited.isChecked()).toBe(true)
    await hana.page.keyboard.press('Escape')
    await hana.setsAccess('Everyone on stage')
  },
)

// The last, for it leaves nobody as they were.
story(
  '[ROLE-5] [ROLE-6] [PERMISSION-2] [REMOVE-1] roles and permissions hold through a reload, and so does a removal',
  async ({ hana, noor, mei, links }) => {
    await hana.chooses('Set as moderator', 'Mei Tanaka')
    await mei.reads('Hana Weber made you a moderator. You run the room too.')
    await mei.page.reload()
    await mei.button('Options for all participants').waitFor()

    await mei.chooses('Edit permissions', 'Noor Rahimi')
    const dialog = mei.page.getByRole('dialog', { name: 'Permissions of Noor Rahimi' })
    await dialog.getByText('Raise hand', { exact: true }).click()
    await noor.button('Raise hand').waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Close' }).click()
    await hana.group('On stage').getByText('Custom permissions').waitFor()

    await mei.chooses('Remove from room', 'Noor Rahimi')
    await mei.page.getByRole('alertdialog').getByRole('button', { name: 'Remove for this session' }).click()
    await noor.heading('You were removed from this room').waitFor()
    await hearsNothing(hana.page)
    await noor.page.goto(links.viewer)
    await noor.heading('You were removed from this room').waitFor()

    await hana.choosesForAll('What was done')
    const log = hana.page.getByRole('dialog', { name: 'What was done' })
    await log.getByText('Mei Tanaka removed Noor Rahimi from the room').waitFor()
    await log.getByText('Hana Weber made Mei Tanaka a moderator').waitFor()
    await log.getByRole('button', { name: 'Close' }).click()
    await hana.choosesForAll('Removed people')
    await hana.presses('Let back in')
    await noor.heading('Set devices').waitFor()
    await noor.joinsAsViewer()
    expect(await noor.button('Raise hand').count()).toBe(0)
    await hana.page.keyboard.press('Escape')

    await hana.chooses('Set as participant', 'Mei Tanaka')
    await mei.reads('Hana Weber made you a participant.')
    await mei.page.goto(links.moderator)
    await mei.stage().waitFor()
    expect(await mei.button('Options for all participants').count()).toBe(0)
  },
)
