import { expect } from 'vitest'
import { openBrowser, openShell } from '../support/browser.ts'
import { hears } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'

const story = stories({ browser: () => openShell('none') })
// The headless shell asks nobody, so nobody refuses.
const refused = stories({ browser: () => openBrowser('refused') })

story(
  '[SEED-4] [ENTER-4] an unknown room, a forged link and a room without an invitation say why, and whom to ask',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.createsRoom('By invitation', 'Interactive')
    const room = hana.page.url()
    const mei = await scene.visitor('Mei Tanaka')
    await mei.page.goto(`${scene.url}/r/${'x'.repeat(22)}`)
    await mei.reads(/no room/i)
    await mei.page.goto(`${links.viewer.slice(0, -3)}xyz`)
    await mei.reads(/link/i)
    await mei.page.goto(room)
    await mei.reads(/Hana Weber/)
    expect(await mei.page.getByLabel('Moderator link').count()).toBe(0)
    await mei.page.goto(`${room}/room`)
    await mei.reads(/Hana Weber/)
  },
)

story('[NAME-1] [NAME-2] names of every kind get in or are told why not, and nothing typed is lost', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Names', 'Interactive')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.page.goto(links.viewer)
  await mei.types('Your name', '   ')
  await mei.presses('Continue')
  await mei.reads(/Type a name/)
  await mei.types('Your name', 'x'.repeat(10_000))
  await mei.presses('Continue')
  await mei.reads(/at most 100 characters/)
  expect(await mei.page.getByLabel('Your name').inputValue()).toHaveLength(10_000)
  await mei.types('Your name', 'נועה 👩‍👩‍👧 רחימי')
  await mei.presses('Continue')
  await mei.joinsAsViewer()
  await hana.group('Viewers').getByText('נועה 👩‍👩‍👧 רחימי').waitFor()
})

story('[SESSION-2] who comes to an ended session is told so, and by whom it can start again', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Over', 'Interactive')
  await hana.presses('Leave')
  await hana.page
    .getByRole('menuitem', { name: 'End session for everyone' })
    .or(hana.button('End session for everyone'))
    .click()
  await hana.page.getByRole('alertdialog').getByRole('button', { name: 'End session for everyone' }).click()
  await hana.heading('This room has ended').waitFor()
  const mei = await scene.visitor('Mei Tanaka')
  await mei.page.goto(links.viewer)
  await mei.types('Your name', 'Mei Tanaka')
  await mei.presses('Continue')
  await mei.heading('This room has ended').waitFor()
  await mei.reads(/Hana Weber/)
  // [END-1] [END-2] Who was inside is told how it ended, and their own part in it, also after a reload.
  for (const look of [0, 1]) {
    if (look === 1) await hana.page.reload()
    await hana.reads(/^You ended the session for everyone at /)
    await hana.reads('People at the same time')
    await hana.button('Rejoin the session').waitFor()
  }
  await hana.presses('To the session page')
  await hana.button('Join now').waitFor()
  // [END-5]
  await hana.reads(/^The session ended at /)
})

story('without any camera or microphone a person is told, and comes in as a viewer', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await hana.entersOwnRoom('No devices', 'Interactive')
  await hana.presses('Join stage')
  await hana.reads(/No camera/)
  await hana.button('Try again').waitFor()
  await hana.joinsAsViewer()
})

refused('a refused camera is explained with its remedy, and Join as viewer is still there', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await hana.entersOwnRoom('Refused', 'Interactive')
  await hana.presses('Join stage')
  await hana.reads('The browser may not use your camera. Press the sign before the address')
  await hana.button('Try again').waitFor()
  await hana.joinsAsViewer()
})

refused('a busy camera is named, and sound alone is a way to join', async (scene) => {
  const hana = await scene.visitor('Hana Weber', { permissions: ['microphone', 'camera'] })
  // No fake device of Chromium can be busy: the browser's own answer to a busy camera is put in its place.
  await hana.page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wish) => {
      if (wish?.video) throw new DOMException('Could not start video source', 'NotReadableError')
      return await real(wish)
    }
  })
  const links = await hana.entersOwnRoom('Busy', 'Interactive')
  await hana.presses('Join stage')
  await hana.reads(/another program/)
  await hana.presses('Join stage')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await mei.tile('Hana Weber', 'microphone (on|speaking), camera off').waitFor()
  await hears(mei.page)
})

story(
  '[AWAY-1] to [AWAY-3] a page without its server says so, offers a way on, and goes on by itself',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const { page } = hana
    const links = await hana.createsRoom('Far away', 'Interactive')
    await page.clock.install()
    await page.route(/api/, async (route) => await route.abort())
    await page.reload()
    await hana.heading('The server cannot be reached').waitFor()
    await hana.presses('Try again')
    await page.unroute(/api/)
    await page.clock.runFor(4_000)
    await hana.button('Join now').waitFor()

    // Nothing is answered: after a while that is said, and a server that is away is not loaded from.
    await page.route(/api\/rooms/, () => {})
    await page.route(/api\/health/, async (route) => await route.abort())
    await page.reload()
    await expect
      .poll(async () => {
        await page.clock.runFor(4_000)
        return await page.getByText('This takes longer than usual.').count()
      })
      .toBe(1)
    await hana.presses('Load again')
    await hana.reads('The server cannot be reached')
    await page.unroute(/api\/health/)
    await Promise.all([page.waitForEvent('load'), hana.presses('Load again')])
    await page.unroute(/api\/rooms/)
    await hana.presses('Join now')
    await hana.presses('Join as viewer')
    await hana.stage().waitFor()

    // Escape holds also for a menu that is still on its way.
    const mei = await scene.visitor('Mei Tanaka')
    await mei.page.addInitScript(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }))
    await mei.page.clock.install()
    await mei.page.route(/outside-.*\.js/, async (route) => await route.abort())
    await mei.comesToWatch(links.viewer)
    const menu = Promise.withResolvers<void>()
    await mei.page.route(/controls-.*\.js/, async (route) => {
      await menu.promise
      await route.continue()
    })
    const leave = mei.button('Leave')
    await leave.press('Enter')
    await mei.page.getByRole('button', { name: 'Leave', exact: true, expanded: true }).waitFor()
    await leave.press('Escape')
    const code = mei.page.waitForResponse(/controls-.*\.js/)
    menu.resolve()
    await (await code).finished()
    await mei.page.clock.runFor(1_000)
    expect(await mei.page.getByRole('menuitem').count()).toBe(0)

    // The server dies before the last page has come: the page is not empty, and comes as soon as it can.
    await mei.presses('Leave')
    await mei.page.getByRole('menuitem', { name: 'Leave session' }).click()
    await mei.button('Load again').waitFor()
    await mei.page.unroute(/outside-.*\.js/)
    await mei.page.clock.runFor(4_000)
    await mei.heading('You have left the session').waitFor()
  },
)
