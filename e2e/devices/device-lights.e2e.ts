import { expect } from 'vitest'
import { lights, notesDevices, notesWhatIsSent, sent } from '../support/device-recorder.ts'
import { hears, seesMoving } from '../support/media-checks.ts'
import { slowLine } from '../support/controlled-socket.ts'
import { stories, type Scene } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

/** Hana runs a room, and Noor stands on its stage; what her browser opened is noted, and her line is in the test's hands. */
async function onStage({ visitor }: Scene, room: string, before: (noor: Visitor) => Promise<void> = async () => {}) {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom(room, 'Interactive')
  const noor = await visitor('Noor Rahimi')
  await notesDevices(noor)
  await notesWhatIsSent(noor)
  const line = await slowLine(noor.page)
  await before(noor)
  await noor.opensLink(links.viewer)
  await noor.joinsStage()
  expect((await lights(noor)).toSorted()).toEqual(
    expect.arrayContaining(['audio Fake Default Audio Input', 'video fake_device_0']),
  )
  return { hana, noor, line }
}

const goDark = async (noor: Visitor) => await expect.poll(() => lights(noor)).toEqual([])

async function comesBack(noor: Visitor): Promise<void> {
  await noor.presses('Join stage')
  await noor.page.getByRole('dialog').locator('video').waitFor()
  await noor.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
  await noor.button('Leave stage').waitFor()
}

story('[DEVICE-13] however one comes off the stage, every light goes out', async (scene) => {
  const { hana, noor, line } = await onStage(scene, 'Lights out')
  // A way up that is not gone to its end.
  await noor.presses('Leave stage')
  await goDark(noor)
  await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
  await noor.presses('Join stage')
  await noor.page.getByRole('dialog').locator('video').waitFor()
  await noor.presses('Cancel')
  await goDark(noor)

  await comesBack(noor)
  await hana.choosesIn('On stage', 'Remove from stage', 'Noor Rahimi')
  await noor.reads('Hana Weber removed you from the stage.')
  await goDark(noor)
  await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
  expect(await sent(noor)).toEqual([])

  await comesBack(noor)
  line.tells((me) => [{ type: 'leftStage', at: Date.now(), person: me, why: 'made-room', by: null }])
  await noor.reads('The stage was full, and you were silent longest: you are a viewer now.')
  await goDark(noor)
  await noor.page.reload()
  await noor.presses('Leave stage')

  // An invitation that is taken back while its devices are open.
  await hana.setsAccess('Invite only')
  await hana.choosesIn('Viewers', 'Invite to stage', 'Noor Rahimi')
  const invitation = noor.page.getByRole('dialog', { name: 'You are invited to the stage' })
  await invitation.getByRole('button', { name: 'Join Stage', exact: true }).click()
  await invitation.locator('video').waitFor()
  await hana.choosesIn('Viewers', 'Revoke invite to stage', 'Noor Rahimi')
  await invitation.waitFor({ state: 'detached' })
  await goDark(noor)
  await hana.setsAccess('Everyone on stage')

  // Another window takes the room, and this one takes it back.
  await comesBack(noor)
  const second = await noor.context.newPage()
  await second.goto(noor.page.url())
  await noor.reads(/another window/)
  await goDark(noor)
  await noor.presses('Use it here')
  await noor.pressesTool('Turn microphone on')
  await hears(hana.page)
  await second.close()
  await noor.presses('Leave')
  await noor.page.getByRole('menuitem', { name: 'Leave session' }).click()
  await noor.button('Rejoin the session').waitFor()
  await goDark(noor)

  await noor.presses('Rejoin the session')
  await noor.joinsStage()
  await hana.presses('Leave')
  await hana.page.getByRole('menuitem', { name: 'End session for everyone' }).click()
  await hana.page.getByRole('alertdialog').getByRole('button', { name: 'End session for everyone' }).click()
  await noor.heading('This room has ended').waitFor()
  await goDark(noor)
})

story(
  '[DEVICE-13] [DEVICE-14] a browser that measures no sound opens each device once, says nothing false, and closes all',
  async (scene) => {
    const { hana, noor } = await onStage(scene, 'No meter', async ({ page }) => {
      await page.addInitScript(() => {
        AudioContext.prototype.createMediaStreamSource = () => {
          throw new DOMException('rate', 'NotSupportedError')
        }
      })
    })
    await hears(hana.page)
    await seesMoving(hana.page, 'Noor Rahimi')
    expect(await noor.page.getByText('did not start').count()).toBe(0)
    expect((await lights(noor)).toSorted()).toEqual(['audio Fake Default Audio Input', 'video fake_device_0'])
    await noor.presses('Leave stage')
    await goDark(noor)
  },
)

story(
  '[DEVICE-13] [PRESENCE-4] a server that stays away puts the lights out, and on its return nobody is heard who does not know',
  async (scene) => {
    const { hana, noor, line } = await onStage(scene, 'For good', async ({ page }) => {
      await page.clock.install()
      // A clock gives whole milliseconds, and this one would not.
      await page.addInitScript(() => {
        const now = Date.now.bind(Date)
        Date.now = () => Math.floor(now())
      })
    })
    await hears(hana.page)
    line.cuts()
    await noor.reads(/Reconnecting/)
    // In steps, for what hears of the end of a line is told between them.
    for (let n = 0; n < 10; n++) await noor.page.clock.runFor(10_000)
    expect(await lights(noor)).not.toEqual([])
    await noor.page.clock.runFor(21_000)
    await goDark(noor)
    expect(await sent(noor)).toEqual([])
    line.mends()
    await noor.page.clock.runFor(10_000)
    await hana.tile('Noor Rahimi', 'microphone off, camera off').waitFor()
    await noor.pressesTool('Turn microphone on')
    await hears(hana.page)
  },
)
