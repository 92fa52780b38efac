import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { extrasOnStage } from '../support/socket-participants.ts'
import { seesMoving, until } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const areaOf = async (tile: Locator) => {
  const box = await tile.boundingBox()
  return box ? box.width * box.height : 0
}

/** Waits until somebody's tile is by far the largest. */
async function seesLarge(who: Visitor, large: string, small: string): Promise<void> {
  const isLarger = async () => (await areaOf(who.tile(large))) > 3 * (await areaOf(who.tile(small)))
  await until(`${large} to be large for ${who.name}`, isLarger)
}

/** Chooses from the menu of a tile, which shows where somebody points at it. */
async function choosesOnTile(who: Visitor, act: string, of: string): Promise<void> {
  await who.tile(of).hover()
  await who
    .tile(of)
    .getByRole('button', { name: `Options for ${of}` })
    .click()
  await who.page.getByRole('menuitem', { name: act, exact: true }).click()
}

story('[MAIN-1] [MAIN-2] [MAIN-3] [LAYOUT-4] a main camera for everyone, and one’s own', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.entersOwnRoom('The main thing', 'Interactive')
  await hana.joinsStage()
  const amara = await scene.visitor('Amara Okafor')
  await amara.opensLink(links.speaker)
  await amara.joinsStage()
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await seesMoving(mei.page, 'Amara Okafor')
  // What listens to keys comes when the page has time for it.
  await mei.button('Skip to the panel').waitFor({ state: 'attached' })
  await mei.tile('Hana Weber').press('ArrowRight')
  const isNext = () => mei.tile('Amara Okafor').evaluate((tile) => tile === document.activeElement)
  await until('the arrow to go to the next tile', isNext)
  const video = await mei.tile('Amara Okafor').locator('video').elementHandle()

  await choosesOnTile(hana, 'Set main camera for everyone', 'Amara Okafor')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  for (const who of [hana, mei, noor]) {
    await who.tile('Amara Okafor').getByRole('img', { name: 'Main camera for everyone' }).waitFor()
    await seesLarge(who, 'Amara Okafor', 'Hana Weber')
  }
  // The picture went on while its tile moved.
  expect(await video?.evaluate((each) => each.isConnected)).toBe(true)

  await mei.tile('Hana Weber').hover()
  await mei.tile('Hana Weber').getByRole('button', { name: 'Set main camera', exact: true }).click()
  await seesLarge(mei, 'Hana Weber', 'Amara Okafor')
  await seesLarge(noor, 'Amara Okafor', 'Hana Weber')
  await mei.tile('Hana Weber').hover()
  await mei.tile('Hana Weber').getByRole('button', { name: 'Unset main camera' }).click()
  await seesLarge(mei, 'Amara Okafor', 'Hana Weber')

  await choosesOnTile(mei, 'Fit to frame', 'Amara Okafor')
  const fit = async () =>
    await mei
      .tile('Amara Okafor')
      .locator('video')
      .evaluate((each) => getComputedStyle(each).objectFit)
  await until('the whole picture', async () => (await fit()) === 'contain')
  const [floating] = await Promise.all([
    mei.context.waitForEvent('page'),
    choosesOnTile(mei, 'Picture in picture', 'Amara Okafor'),
  ])
  await floating.locator('video[data-arrived="true"]').waitFor()
  await floating.getByText('Amara Okafor').waitFor()

  await amara.presses('Leave stage')
  await noor.tile('Amara Okafor').waitFor({ state: 'detached' })
  await until('the window to close', async () => await mei.page.evaluate(isNothingFloating))
  await amara.presses('Join stage')
  await amara.page.getByRole('dialog').getByRole('button', { name: 'Join stage' }).click()
  await seesMoving(noor.page, 'Amara Okafor')
  expect(await noor.page.getByRole('img', { name: 'Main camera for everyone' }).count()).toBe(0)

  await choosesOnTile(hana, 'Hide my tile for me', 'Hana Weber')
  await hana.tile('Hana Weber').waitFor({ state: 'detached' })
  await seesMoving(noor.page, 'Hana Weber')
  await hana.presses('Show my tile')
  await hana.tile('Hana Weber').waitFor()
  const own = hana.tile('Hana Weber').locator('video')
  expect(await own.getAttribute('data-mirrored')).toBe('true')
  await choosesOnTile(hana, 'Show my picture as others see it', 'Hana Weber')
  await until('no mirror', async () => (await own.getAttribute('data-mirrored')) === 'false')
})

story(
  '[MEDIA-7] [LAYOUT-2] [LAYOUT-3] [LAYOUT-6] on pages only what is seen is received, and a voice moves nothing',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('A crowd', 'Interactive')
    await hana.joinsStage()
    // Their cameras are on and never send anything; one has the longest name there can be.
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 100)
    await extrasOnStage(
      links,
      [long, 'Jonas Lind', 'Leila Haddad', 'Tom Becker', 'Priya Nair', 'Ravi Shah', 'Diego Ramos'],
      {
        microphone: false,
        camera: true,
      },
    )
    const amara = await scene.visitor('Amara Okafor')
    await amara.opensLink(links.speaker)
    await amara.joinsStage()
    const mei = await scene.visitor('Mei Tanaka', { viewport: { width: 320, height: 560 } })
    await watchesConnections(mei.page)
    await mei.comesToWatch(links.viewer)

    await seesMoving(mei.page, 'Hana Weber')
    await until('both sounds to be received', async () => (await soundsReceived(mei.page)) === 2)
    await mei.reads('Amara Okafor on another page')
    expect(await mei.tile('Amara Okafor').count()).toBe(0)
    await until('one picture to be received', async () => (await picturesReceived(mei.page)) === 1)
    await mei.tile('Jonas Lind').getByText('JL', { exact: true }).waitFor()
    expect(await stickingOut(mei.stage())).toEqual([])
    await watchesTiles(mei.page)
    await hana.pressesTool('Turn microphone off')
    await mei.tile('Hana Weber', 'microphone off').waitFor()
    await hana.pressesTool('Turn microphone on')
    await mei.tile('Hana Weber', 'microphone speaking').waitFor()
    expect(await mei.page.evaluate(() => Reflect.get(window, 'touched'))).toEqual(['Hana Weber'])

    while ((await mei.tile('Amara Okafor').count()) === 0) await mei.presses('Next page')
    await seesMoving(mei.page, 'Amara Okafor')
    await mei.reads('Hana Weber on another page')
    await until('another picture instead', async () => (await picturesReceived(mei.page)) === 1)

    // The same beside a large one, in a tray that scrolls.
    await choosesOnTile(mei, 'Set main camera', 'Amara Okafor')
    await mei.tile('Hana Weber').waitFor()
    await mei.tile('Priya Nair').scrollIntoViewIfNeeded()
    await mei.tile('Diego Ramos').scrollIntoViewIfNeeded()
    await mei.reads('Hana Weber, out of sight')
    await mei.tile('Hana Weber').scrollIntoViewIfNeeded()
    await mei.page.getByText('out of sight').waitFor({ state: 'detached' })
  },
)

const isNothingFloating = () => Reflect.get(Reflect.get(window, 'documentPictureInPicture'), 'window') === null

/** Keeps every connection of a page where its statistics can be read. */
async function watchesConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connections: RTCPeerConnection[] = []
    Object.assign(window, { connections })
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        connections.push(this)
      }
    }
  })
}

/** How many pictures, of which a frame was decoded in half a second, a page receives. */
async function picturesReceived(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const frames = async () => {
      const reports = await Promise.all(
        (Reflect.get(window, 'connections') as RTCPeerConnection[]).map(async (each) => await each.getStats()),
      )
      const inbound = reports.flatMap((report) => [...report.values()])
      return new Map(
        inbound
          .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')
          .map((each) => [each.id, each.bytesReceived]),
      )
    }
    const before = await frames()
    await new Promise((next) => setTimeout(next, 600))
    const after = await frames()
    return [...after].filter(([id, bytes]) => bytes > (before.get(id) ?? 0)).length
  })
}

const soundsReceived = async (page: Page) =>
  await page.evaluate(() => [...document.querySelectorAll('audio')].filter(({ srcObject }) => srcObject).length)

/** Notes from now on, by name, whose tiles the page touches. */
async function watchesTiles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const touched: string[] = []
    Object.assign(window, { touched })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const tile = (target instanceof Element ? target : target.parentElement)?.closest('[data-tile]')
        const name = tile?.getAttribute('aria-label')?.split(',')[0]
        if (name && !touched.includes(name)) touched.push(name)
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/** What of a tile's words and buttons lies outside of it. */
async function stickingOut(stage: Locator): Promise<string[]> {
  return await stage.evaluate((section) => {
    const tiles = [...section.querySelectorAll('[data-tile]')]
    return tiles.flatMap((tile) => {
      const room = tile.getBoundingClientRect()
      return [...tile.querySelectorAll('bdi, button, [title]')].flatMap((part) => {
        const { left, right, top, bottom, width } = part.getBoundingClientRect()
        if (width === 0) return []
        const isIn = left >= room.left && right <= room.right + 0.5 && top >= room.top && bottom <= room.bottom + 0.5
        return isIn ? [] : [part.textContent]
      })
    })
  })
}
