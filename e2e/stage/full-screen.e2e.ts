import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { drawsScreen } from '../support/fake-screen.ts'
import { until } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const fills = async ({ page }: Visitor) => await page.evaluate(() => document.fullscreenElement !== null)

/** Whether a thing fills the window. */
async function isLarge(thing: Locator): Promise<boolean> {
  return await thing.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return left === 0 && top === 0 && width === innerWidth && height === innerHeight
  })
}

/** Waits until something is what one sees and presses in its middle, and is part of what fills the screen. */
async function isOnTop(thing: Locator): Promise<void> {
  await thing.waitFor()
  await until('it on top', async () =>
    thing.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const seen = document.elementFromPoint(left + width / 2, top + height / 2)
      return (
        element.contains(seen) && document.fullscreenElement?.contains(element) === true && !element.closest('[inert]')
      )
    }),
  )
}

story('[LAYOUT-7] an invitation, a notice and a menu are seen while a tile fills the screen', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Full', 'Webinar')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await drawsScreen(hana.page, { width: 640, height: 360 })
  await hana.pressesTool('Share screen')
  const screen = mei.screen('Hana Weber')
  await screen.getByRole('button', { name: 'Full screen' }).click()
  await until('the screen alone', async () => await isLarge(screen))
  expect(await fills(mei)).toBe(true)

  await hana.chooses('Invite to stage', 'Mei Tanaka')
  const invitation = mei.page.getByRole('dialog', { name: 'You are invited to the stage' })
  await isOnTop(invitation)
  await invitation.getByRole('button', { name: 'Decline Invitation' }).click()
  await invitation.waitFor({ state: 'detached' })
  await hana.chooses('Set as speaker', 'Mei Tanaka')
  await isOnTop(mei.page.getByRole('region', { name: 'Notices' }).getByText('speaker').first())
  await until('the screen alone still', async () => (await isLarge(screen)) && (await fills(mei)))
  await hana.pressesTool('Stop sharing')
  await until('the room again', async () => !(await fills(mei)))
  await mei.button('Raise hand').waitFor()

  await hana.pressesTool('Join stage')
  const join = hana.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true })
  await join.click()
  await hana.button('Leave stage').waitFor()
  const tile = mei.tile('Hana Weber')
  const options = tile.getByRole('button', { name: 'Options for Hana Weber' })
  await until('its buttons', async () => {
    await mei.heading('Full').hover()
    await tile.hover()
    return await options.isVisible()
  })
  await options.click()
  await mei.page.getByRole('menuitem', { name: 'Full screen', exact: true }).click()
  await until('the tile alone', async () => await isLarge(tile))
  await tile.hover()
  await options.click()
  await isOnTop(mei.page.getByRole('menu'))
  await mei.page.getByRole('menuitem', { name: 'Leave full screen' }).click()
  await until('the room once more', async () => !(await fills(mei)) && !(await isLarge(tile)))
})
